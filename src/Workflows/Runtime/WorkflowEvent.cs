using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Activities.End;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// Something that has happened to an instance. The events of an instance, applied command by command in order, give its
/// state (<see cref="InstanceState.Replay"/>); the shell makes work item rows, trail and messages of them.
/// </summary>
/// <param name="At">The time of the command; the same for all events of one command.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(InstanceStarted), "instanceStarted")]
[JsonDerivedType(typeof(ActivityEntered), "activityEntered")]
[JsonDerivedType(typeof(ConditionDecided), "conditionDecided")]
[JsonDerivedType(typeof(BranchOpened), "branchOpened")]
[JsonDerivedType(typeof(SignersFound), "signersFound")]
[JsonDerivedType(typeof(WorkItemOpened), "workItemOpened")]
[JsonDerivedType(typeof(WorkItemHeld), "workItemHeld")]
[JsonDerivedType(typeof(WorkItemReleased), "workItemReleased")]
[JsonDerivedType(typeof(WorkItemPassed), "workItemPassed")]
[JsonDerivedType(typeof(WorkItemDue), "workItemDue")]
[JsonDerivedType(typeof(TierReached), "tierReached")]
[JsonDerivedType(typeof(WorkItemCompleted), "workItemCompleted")]
[JsonDerivedType(typeof(WorkItemClosed), "workItemClosed")]
[JsonDerivedType(typeof(WaitOpened), "waitOpened")]
[JsonDerivedType(typeof(WaitFired), "waitFired")]
[JsonDerivedType(typeof(WaitClosed), "waitClosed")]
[JsonDerivedType(typeof(ActivityCompleted), "activityCompleted")]
[JsonDerivedType(typeof(IncidentRaised), "incidentRaised")]
[JsonDerivedType(typeof(IncidentCleared), "incidentCleared")]
[JsonDerivedType(typeof(FieldsSet), "fieldsSet")]
[JsonDerivedType(typeof(NotificationRequested), "notificationRequested")]
[JsonDerivedType(typeof(MailRequested), "mailRequested")]
[JsonDerivedType(typeof(RecordEffectRequested), "recordEffectRequested")]
[JsonDerivedType(typeof(CallRequested), "callRequested")]
[JsonDerivedType(typeof(ChildRequested), "childRequested")]
[JsonDerivedType(typeof(InstanceReturned), "instanceReturned")]
[JsonDerivedType(typeof(ReturnEnded), "returnEnded")]
[JsonDerivedType(typeof(VisitsVoided), "visitsVoided")]
[JsonDerivedType(typeof(InstanceResubmitted), "instanceResubmitted")]
[JsonDerivedType(typeof(DecisionTakenBack), "decisionTakenBack")]
[JsonDerivedType(typeof(SignersAdded), "signersAdded")]
[JsonDerivedType(typeof(Commented), "commented")]
[JsonDerivedType(typeof(CopySent), "copySent")]
[JsonDerivedType(typeof(Urged), "urged")]
[JsonDerivedType(typeof(InstanceCompleted), "instanceCompleted")]
[JsonDerivedType(typeof(InstanceWithdrawn), "instanceWithdrawn")]
[JsonDerivedType(typeof(InstanceCancelled), "instanceCancelled")]
[JsonDerivedType(typeof(InstanceSuspended), "instanceSuspended")]
[JsonDerivedType(typeof(InstanceResumed), "instanceResumed")]
[JsonDerivedType(typeof(InstanceJumped), "instanceJumped")]
[JsonDerivedType(typeof(InstanceMigrated), "instanceMigrated")]
public abstract record WorkflowEvent(DateTimeOffset At);

/// <summary>The record was submitted; round 1 begins.</summary>
public sealed record InstanceStarted(DateTimeOffset At, Guid Initiator) : WorkflowEvent(At)
{
    public string? Comment { get; init; }

    /// <inheritdoc cref="StartInstance.Chosen"/>
    public IReadOnlyDictionary<string, IReadOnlyList<Guid>>? Chosen { get; init; }
}

/// <summary>A step was reached.</summary>
/// <param name="Visit">1, 2, 3 … within the instance; a step reached again is a new visit.</param>
public sealed record ActivityEntered(DateTimeOffset At, int Visit, string ActivityId, int Round) : WorkflowEvent(At)
{
    public int Branch { get; init; }

    public int From { get; init; }

    public int? Detour { get; init; }
}

/// <summary>A decision was taken by its condition.</summary>
public sealed record ConditionDecided(DateTimeOffset At, int Visit, string ActivityId, bool Holds) : WorkflowEvent(At);

/// <summary>A fork took one of its branches.</summary>
/// <param name="Fork">The visit of the fork.</param>
public sealed record BranchOpened(DateTimeOffset At, int Branch, int Parent, int Fork, string Name) : WorkflowEvent(At);

/// <summary>The signers of a step, after its policies, in order; none when the step passes by itself.</summary>
public sealed record SignersFound(DateTimeOffset At, int Visit, string ActivityId, IReadOnlyList<Signer> Signers) : WorkflowEvent(At);

/// <summary>Somebody has something to do; the parameters are those of <see cref="WorkItem"/>.</summary>
public sealed record WorkItemOpened(
    DateTimeOffset At,
    int Number,
    WorkItemKind Kind,
    string ActivityId,
    int Visit,
    Guid Person,
    string Because,
    int Round,
    int Order) : WorkflowEvent(At)
{
    public int? Origin { get; init; }

    public AddedPlace? Added { get; init; }
}

/// <summary>A work item has to wait.</summary>
public sealed record WorkItemHeld(DateTimeOffset At, int Number, HeldFor For) : WorkflowEvent(At)
{
    /// <summary>Its clock stands still meanwhile.</summary>
    public bool StopsClock { get; init; }
}

/// <summary>A work item need not wait any more.</summary>
public sealed record WorkItemReleased(DateTimeOffset At, int Number) : WorkflowEvent(At);

/// <summary>A work item has got another holder.</summary>
/// <param name="By">Who gave it; null for a deadline.</param>
public sealed record WorkItemPassed(DateTimeOffset At, int Number, string ActivityId, Guid From, Guid To, PassedHow How, Guid? By, string? Comment)
    : WorkflowEvent(At);

/// <summary>How a work item got another holder.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PassedHow>))]
public enum PassedHow
{
    [JsonStringEnumMemberName("transferred")] Transferred,
    [JsonStringEnumMemberName("reassigned")] Reassigned,
    [JsonStringEnumMemberName("deadline")] Deadline,
}

/// <summary>A work item has a due moment, or another one.</summary>
/// <param name="ClockFrom">From when the tiers of its deadline are counted.</param>
public sealed record WorkItemDue(DateTimeOffset At, int Number, DateTimeOffset DueAt, DateTimeOffset ClockFrom) : WorkflowEvent(At);

/// <summary>A tier of the deadline of a work item was reached.</summary>
/// <param name="Tier">Its index in the definition.</param>
public sealed record TierReached(DateTimeOffset At, int Number, string ActivityId, int Tier, TierAct Act) : WorkflowEvent(At);

/// <summary>A work item was completed.</summary>
/// <param name="Person">Who acted; for a deadline that decided by itself, the holder.</param>
/// <param name="Took">Elapsed time since the item was opened, not business time.</param>
public sealed record WorkItemCompleted(
    DateTimeOffset At,
    int Number,
    string ActivityId,
    WorkItemDecision Decision,
    Guid Person,
    string? Comment,
    TimeSpan Took) : WorkflowEvent(At)
{
    /// <summary>For whom a proxy acted; null when the holder acted.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>A deadline decided, and nobody did.</summary>
    public bool ByDeadline { get; init; }

    public string? Button { get; init; }
}

/// <summary>A work item is no longer needed.</summary>
public sealed record WorkItemClosed(DateTimeOffset At, int Number, WorkItemCloseReason Reason) : WorkflowEvent(At);

/// <summary>The instance waits for something besides people; the parameters are those of <see cref="PendingWait"/>.</summary>
public sealed record WaitOpened(DateTimeOffset At, int Number, WaitFor Kind, int Visit) : WorkflowEvent(At)
{
    public int? WorkItem { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public string? Name { get; init; }

    public int? Tier { get; init; }
}

/// <summary>A wait was over while the instance stood still; it is acted on when the instance goes on.</summary>
public sealed record WaitFired(DateTimeOffset At, int Number, string Outcome) : WorkflowEvent(At);

/// <summary>A wait is over, or no longer needed.</summary>
public sealed record WaitClosed(DateTimeOffset At, int Number) : WorkflowEvent(At);

/// <summary>A step ended.</summary>
/// <param name="Outcome">One of <see cref="Outcomes"/>, or the step's own.</param>
/// <param name="Cause">Why an approval ended.</param>
public sealed record ActivityCompleted(DateTimeOffset At, int Visit, string ActivityId, string Outcome, CompletionCause Cause)
    : WorkflowEvent(At);

/// <summary>A step could not be done; the instance waits there.</summary>
public sealed record IncidentRaised(DateTimeOffset At, int Visit, string ActivityId, string Code, string Message) : WorkflowEvent(At);

/// <summary>A step with an incident is tried again.</summary>
public sealed record IncidentCleared(DateTimeOffset At, int Visit, string ActivityId, Guid Person) : WorkflowEvent(At);

/// <summary>Fields of the record are to be written, in the same transaction.</summary>
public sealed record FieldsSet(DateTimeOffset At, string ActivityId, IReadOnlyDictionary<string, JsonElement> Values) : WorkflowEvent(At);

/// <summary>People are to be told. Never without recipients.</summary>
/// <param name="Message">For <see cref="NotificationKind.Message"/> the text, still with its placeholders; otherwise what was said, or nothing.</param>
public sealed record NotificationRequested(DateTimeOffset At, string ActivityId, IReadOnlyList<Guid> To, string Message) : WorkflowEvent(At)
{
    public NotificationKind Kind { get; init; }
}

/// <summary>What a notification is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationKind>))]
public enum NotificationKind
{
    /// <summary>The text of a notify step.</summary>
    [JsonStringEnumMemberName("message")] Message,

    /// <summary>An item of theirs is due soon, or late.</summary>
    [JsonStringEnumMemberName("reminder")] Reminder,

    /// <summary>An item of somebody else is late.</summary>
    [JsonStringEnumMemberName("late")] Late,

    /// <summary>They were mentioned in a comment.</summary>
    [JsonStringEnumMemberName("mention")] Mention,

    /// <summary>The initiator asks them to act.</summary>
    [JsonStringEnumMemberName("urge")] Urge,
}

/// <summary>The mail of a step is to be sent after the commit.</summary>
/// <param name="To">People of the company; the shell adds the addresses that the step names.</param>
public sealed record MailRequested(DateTimeOffset At, int Visit, string ActivityId, IReadOnlyList<Guid> To) : WorkflowEvent(At);

/// <summary>The step creates or updates a record, in the same transaction.</summary>
public sealed record RecordEffectRequested(DateTimeOffset At, int Visit, string ActivityId) : WorkflowEvent(At);

/// <summary>The call of a step is to be made after the commit; its answer fires the wait.</summary>
public sealed record CallRequested(DateTimeOffset At, int Wait, int Visit, string ActivityId) : WorkflowEvent(At);

/// <summary>A sub-workflow is to be started; its end fires the wait.</summary>
/// <param name="Wait">Null when nobody waits for it.</param>
public sealed record ChildRequested(DateTimeOffset At, int? Wait, string ActivityId, string Workflow, string Form, Guid Record) : WorkflowEvent(At);

/// <summary>Somebody sent the instance back.</summary>
/// <param name="ActivityId">The step that returned it.</param>
public sealed record InstanceReturned(
    DateTimeOffset At,
    int Visit,
    string ActivityId,
    Guid Person,
    string Comment,
    ResumeMode Resume) : WorkflowEvent(At)
{
    /// <inheritdoc cref="InstanceReturn.Number"/>
    public int Number { get; init; }

    /// <inheritdoc cref="InstanceReturn.Target"/>
    public string? Target { get; init; }

    /// <inheritdoc cref="InstanceReturn.Branch"/>
    public int Branch { get; init; }

    /// <inheritdoc cref="InstanceReturn.Since"/>
    public int Since { get; init; }

    /// <inheritdoc cref="InstanceReturn.Detour"/>
    public int? Detour { get; init; }
}

/// <summary>A return has come back, or will never.</summary>
public sealed record ReturnEnded(DateTimeOffset At, int Number) : WorkflowEvent(At);

/// <summary>Visits and their work items do not count any more, because of a return or a jump.</summary>
public sealed record VisitsVoided(DateTimeOffset At, IReadOnlyList<int> Visits) : WorkflowEvent(At);

/// <summary>A returned instance was sent on its way again; a new round begins.</summary>
/// <param name="Took">Elapsed time since the return.</param>
public sealed record InstanceResubmitted(
    DateTimeOffset At,
    int Round,
    Guid Person,
    string? Comment,
    ResumeMode Resume,
    TimeSpan Took) : WorkflowEvent(At);

/// <summary>Somebody took a decision back: all that the command did is undone.</summary>
/// <param name="Sequence">The command that is undone.</param>
public sealed record DecisionTakenBack(DateTimeOffset At, int WorkItem, string ActivityId, Guid Person, int Sequence) : WorkflowEvent(At);

/// <summary>Somebody added signers; their work items follow.</summary>
public sealed record SignersAdded(DateTimeOffset At, int WorkItem, string ActivityId, Guid Person, AddedPlace Place, IReadOnlyList<Guid> People, string? Comment)
    : WorkflowEvent(At);

/// <summary>Somebody said something.</summary>
public sealed record Commented(DateTimeOffset At, Guid Person, string Text, IReadOnlyList<Guid> Mentions) : WorkflowEvent(At);

/// <summary>Somebody sent copies to read; their work items follow.</summary>
public sealed record CopySent(DateTimeOffset At, Guid Person, IReadOnlyList<Guid> To, string? Comment) : WorkflowEvent(At);

/// <summary>The initiator asked those who hold open items to act.</summary>
public sealed record Urged(DateTimeOffset At, Guid Person, IReadOnlyList<Guid> People) : WorkflowEvent(At);

/// <summary>The instance has ended.</summary>
public sealed record InstanceCompleted(DateTimeOffset At, EndResult Result) : WorkflowEvent(At);

/// <summary>The initiator took the instance back.</summary>
public sealed record InstanceWithdrawn(DateTimeOffset At, Guid Person, string? Comment) : WorkflowEvent(At);

/// <summary>An administrator ended the instance.</summary>
public sealed record InstanceCancelled(DateTimeOffset At, Guid Person, string Comment) : WorkflowEvent(At);

/// <summary>An administrator stopped the instance.</summary>
public sealed record InstanceSuspended(DateTimeOffset At, Guid Person, string Comment) : WorkflowEvent(At);

/// <summary>An administrator let the instance go on.</summary>
public sealed record InstanceResumed(DateTimeOffset At, Guid Person, string? Comment) : WorkflowEvent(At);

/// <summary>An administrator moved the instance.</summary>
/// <param name="From">The steps it waited at.</param>
public sealed record InstanceJumped(DateTimeOffset At, Guid Person, IReadOnlyList<string> From, string To, string Comment) : WorkflowEvent(At);

/// <summary>The instance runs on by another version.</summary>
/// <param name="Moves">New activity id by old one.</param>
public sealed record InstanceMigrated(DateTimeOffset At, Guid Person, int Version, IReadOnlyDictionary<string, string> Moves, string? Comment) : WorkflowEvent(At);
