using Backoffice.Data.Instances;
using Forms.Directory;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>Makes of events what people want to read of them, in the order in which it happened. The events are the trail.</summary>
internal sealed class TrailEntries(WorkflowDefinition workflow, CompanyDirectory directory)
{
    /// <summary>The entries of an instance, oldest first.</summary>
    internal IReadOnlyList<TrailEntry> Of(IEnumerable<InstanceEventsRow> commands) =>
        [.. commands.SelectMany(command => InstanceEventsText.Read(command.Events).Select(happened => this.Entry(happened, command.Person)).OfType<TrailEntry>())];

    private TrailEntry? Entry(WorkflowEvent happened, Guid? actor) => happened switch
    {
        InstanceStarted e => this.Entry(e, TrailActs.Submitted, e.Initiator, comment: e.Comment),
        WorkItemOpened { Kind: WorkItemKind.Approve or WorkItemKind.FillIn or WorkItemKind.Advise, Added: null, Origin: null } e => this.Entry(e, TrailActs.Opened, e.Person, e.ActivityId),
        WorkItemOpened { Origin: not null, Added: null } e => this.Entry(e, TrailActs.Delegated, actor, e.ActivityId, e.Because, to: this.Names([e.Person])),
        SignersAdded e => this.Entry(e, AddedAct(e.Place), e.Person, e.ActivityId, e.Comment, to: this.Names(e.People)),
        WorkItemPassed e => this.Entry(e, PassedAct(e.How), e.By, e.ActivityId, e.Comment, to: this.Names([e.To])) with { IsAdministration = e.How == PassedHow.Reassigned },
        WorkItemCompleted e => this.Completed(e),
        WorkItemClosed { Reason: WorkItemCloseReason.Recalled } e => this.Entry(e, TrailActs.Recalled, actor),
        WorkItemClosed { Reason: WorkItemCloseReason.Removed } e => this.Entry(e, TrailActs.Removed, actor),
        TierReached { Act: TierAct.Remind } e => this.Entry(e, TrailActs.Reminded, null, e.ActivityId),
        TierReached { Act: TierAct.Tell } e => this.Entry(e, TrailActs.Escalated, null, e.ActivityId),
        ActivityCompleted { Cause: not CompletionCause.Itself } e => this.Entry(e, TrailActs.Skipped, null, e.ActivityId),
        IncidentRaised e => this.Entry(e, TrailActs.Failed, null, e.ActivityId, e.Message),
        IncidentCleared e => this.Entry(e, TrailActs.Retried, e.Person, e.ActivityId) with { IsAdministration = true },
        InstanceReturned { Target: { } target } e => this.Entry(e, TrailActs.SentBack, e.Person, e.ActivityId, to: this.LabelOf(target)),
        InstanceResubmitted e => this.Entry(e, TrailActs.Resubmitted, e.Person, comment: e.Comment, took: e.Took),
        DecisionTakenBack e => this.Entry(e, TrailActs.TakenBack, e.Person, e.ActivityId),
        Commented e => this.Entry(e, TrailActs.Commented, e.Person, comment: e.Text, to: e.Mentions.Count == 0 ? null : this.Names(e.Mentions)),
        CopySent e => this.Entry(e, TrailActs.Copied, e.Person, comment: e.Comment, to: this.Names(e.To)),
        Urged e => this.Entry(e, TrailActs.Urged, e.Person, to: this.Names(e.People)),
        InstanceWithdrawn e => this.Entry(e, TrailActs.Withdrawn, e.Person, comment: e.Comment),
        NotificationRequested { Kind: NotificationKind.Message } e => this.Entry(e, TrailActs.Notified, null, e.ActivityId, to: this.Names(e.To)),
        MailRequested e => this.Entry(e, TrailActs.Mailed, null, e.ActivityId, to: e.To.Count == 0 ? null : this.Names(e.To)),
        InstanceCompleted e => this.Entry(e, TrailActs.Completed, null, to: e.Result.ToString()),
        InstanceCancelled e => this.Entry(e, TrailActs.Cancelled, e.Person, comment: e.Comment) with { IsAdministration = true },
        InstanceSuspended e => this.Entry(e, TrailActs.Suspended, e.Person, comment: e.Comment) with { IsAdministration = true },
        InstanceResumed e => this.Entry(e, TrailActs.Resumed, e.Person, comment: e.Comment) with { IsAdministration = true },
        InstanceJumped e => this.Entry(e, TrailActs.Jumped, e.Person, comment: e.Comment, to: this.LabelOf(e.To)) with { IsAdministration = true },
        InstanceMigrated e => this.Entry(e, TrailActs.Migrated, e.Person, comment: e.Comment, to: e.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)) with { IsAdministration = true },
        _ => null,
    };

    /// <summary>A return to the initiator says so; one to a step is said by the event that follows, with the step.</summary>
    private TrailEntry? Completed(WorkItemCompleted completed)
    {
        var act = completed.Decision switch
        {
            WorkItemDecision.Approve => TrailActs.Approved,
            WorkItemDecision.Reject => TrailActs.Rejected,
            WorkItemDecision.Return => TrailActs.Returned,
            _ => TrailActs.Done,
        };
        return this.Entry(completed, act, completed.ByDeadline ? null : completed.Person, completed.ActivityId, completed.Comment, completed.Took) with
        {
            OnBehalfOf = completed.OnBehalfOf is { } holder ? this.Names([holder]) : null,
            ByDeadline = completed.ByDeadline,
            Button = completed.Button,
        };
    }

    private static string AddedAct(AddedPlace place) => place switch
    {
        AddedPlace.Before => TrailActs.AddedBefore,
        AddedPlace.After => TrailActs.AddedAfter,
        _ => TrailActs.AddedBeside,
    };

    private static string PassedAct(PassedHow how) => how == PassedHow.Transferred ? TrailActs.Transferred : TrailActs.Reassigned;

    private string Names(IEnumerable<Guid> people) =>
        string.Join(", ", people.Select(id => directory.Person(id)?.Name).OfType<string>());

    private string LabelOf(string activity) => workflow.Activities.FirstOrDefault(candidate => candidate.Id == activity)?.Label ?? activity;

    private TrailEntry Entry(
        WorkflowEvent happened,
        string act,
        Guid? person,
        string? activity = null,
        string? comment = null,
        TimeSpan? took = null,
        string? to = null) => new(happened.At, act, person, person is { } id ? directory.Person(id)?.Name : null)
        {
            Activity = activity,
            ActivityLabel = activity is null ? null : this.LabelOf(activity),
            Comment = string.IsNullOrWhiteSpace(comment) ? null : comment,
            Took = took,
            To = to,
        };
}
