using Backoffice.Data.Instances;
using Forms.Directory;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>Makes trail rows of events: what people want to read later, in the order in which it happened.</summary>
internal sealed class TrailWriter(InstancePlan plan, CompanyDirectory directory)
{
    /// <param name="last">Sequence of the last row of the instance; 0 when it has none.</param>
    internal IEnumerable<TrailRow> Rows(int last)
    {
        foreach (var row in plan.Events.Select(this.Row).OfType<TrailRow>())
        {
            row.Sequence = ++last;
            yield return row;
        }
    }

    private TrailRow? Row(WorkflowEvent happened) => happened switch
    {
        InstanceStarted started => this.Row(started, TrailActs.Submitted, started.Initiator, comment: plan.Comment),
        WorkItemOpened { Kind: WorkItemKind.Approve } opened => this.Row(opened, TrailActs.Opened, opened.Person, opened.ActivityId),
        WorkItemCompleted completed => this.Completed(completed),
        ActivityCompleted { Cause: not CompletionCause.Itself } passed => this.Row(passed, TrailActs.Skipped, null, passed.ActivityId),
        InstanceResubmitted resubmitted => this.Row(resubmitted, TrailActs.Resubmitted, resubmitted.Person, comment: resubmitted.Comment, took: resubmitted.Took),
        InstanceWithdrawn withdrawn => this.Row(withdrawn, TrailActs.Withdrawn, withdrawn.Person, comment: withdrawn.Comment),
        NotificationRequested told => this.Row(told, TrailActs.Notified, null, told.ActivityId, to: this.Names(told.To)),
        InstanceCompleted ended => this.Row(ended, TrailActs.Completed, null, to: plan.State.Status.ToString()),
        _ => null,
    };

    private TrailRow Completed(WorkItemCompleted completed)
    {
        var (act, to) = completed.Decision switch
        {
            WorkItemDecision.Approve => (TrailActs.Approved, null),
            WorkItemDecision.Reject => (TrailActs.Rejected, null),
            _ => (TrailActs.Returned, this.Names([plan.State.Initiator])),
        };
        return this.Row(completed, act, completed.Person, completed.ActivityId, completed.Comment, completed.Took, to);
    }

    private string Names(IEnumerable<Guid> people) =>
        string.Join(", ", people.Select(id => directory.Person(id)?.Name).OfType<string>());

    private TrailRow Row(
        WorkflowEvent happened,
        string act,
        Guid? person,
        string? activity = null,
        string? comment = null,
        TimeSpan? took = null,
        string? to = null) => new()
        {
            Id = Guid.CreateVersion7(happened.At),
            Instance = plan.InstanceId,
            Form = plan.Form.Key,
            Record = plan.Record.Id,
            At = happened.At,
            Act = act,
            Person = person,
            Activity = activity,
            Comment = comment,
            TookSeconds = took is { } elapsed ? (long)elapsed.TotalSeconds : null,
            To = to,
        };
}
