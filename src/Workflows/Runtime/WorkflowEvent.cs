using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Activities.End;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// Something that has happened to an instance. The events of an instance, applied in order, give its state
/// (<see cref="InstanceState.Replay"/>); the shell makes work item rows, trail and messages of them.
/// </summary>
/// <param name="At">The time of the command; the same for all events of one command.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(InstanceStarted), "instanceStarted")]
[JsonDerivedType(typeof(ActivityEntered), "activityEntered")]
[JsonDerivedType(typeof(ConditionDecided), "conditionDecided")]
[JsonDerivedType(typeof(SignersFound), "signersFound")]
[JsonDerivedType(typeof(WorkItemOpened), "workItemOpened")]
[JsonDerivedType(typeof(WorkItemCompleted), "workItemCompleted")]
[JsonDerivedType(typeof(WorkItemClosed), "workItemClosed")]
[JsonDerivedType(typeof(ActivityCompleted), "activityCompleted")]
[JsonDerivedType(typeof(FieldsSet), "fieldsSet")]
[JsonDerivedType(typeof(NotificationRequested), "notificationRequested")]
[JsonDerivedType(typeof(InstanceReturned), "instanceReturned")]
[JsonDerivedType(typeof(InstanceResubmitted), "instanceResubmitted")]
[JsonDerivedType(typeof(InstanceCompleted), "instanceCompleted")]
[JsonDerivedType(typeof(InstanceWithdrawn), "instanceWithdrawn")]
public abstract record WorkflowEvent(DateTimeOffset At);

/// <summary>The record was submitted; round 1 begins.</summary>
public sealed record InstanceStarted(DateTimeOffset At, Guid Initiator) : WorkflowEvent(At);

/// <summary>A step was reached.</summary>
/// <param name="Visit">1, 2, 3 … within the instance; a step reached again is a new visit.</param>
public sealed record ActivityEntered(DateTimeOffset At, int Visit, string ActivityId, int Round) : WorkflowEvent(At);

/// <summary>A decision was taken by its condition.</summary>
public sealed record ConditionDecided(DateTimeOffset At, int Visit, string ActivityId, bool Holds) : WorkflowEvent(At);

/// <summary>The signers of an approval, after its policies, in order; none when the step passes by itself.</summary>
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
    int Order) : WorkflowEvent(At);

/// <summary>A signer decided.</summary>
/// <param name="Took">Elapsed time since the item was opened, not business time.</param>
public sealed record WorkItemCompleted(
    DateTimeOffset At,
    int Number,
    string ActivityId,
    WorkItemDecision Decision,
    Guid Person,
    string? Comment,
    TimeSpan Took) : WorkflowEvent(At);

/// <summary>A work item is no longer needed.</summary>
public sealed record WorkItemClosed(DateTimeOffset At, int Number, WorkItemCloseReason Reason) : WorkflowEvent(At);

/// <summary>A step ended.</summary>
/// <param name="Outcome">One of <see cref="Definitions.Outcomes"/>.</param>
/// <param name="Cause">Why an approval ended.</param>
public sealed record ActivityCompleted(DateTimeOffset At, int Visit, string ActivityId, string Outcome, CompletionCause Cause)
    : WorkflowEvent(At);

/// <summary>Fields of the record are to be written, in the same transaction.</summary>
public sealed record FieldsSet(DateTimeOffset At, string ActivityId, IReadOnlyDictionary<string, JsonElement> Values) : WorkflowEvent(At);

/// <summary>People are to be told; the message still has its placeholders. Never without recipients.</summary>
public sealed record NotificationRequested(DateTimeOffset At, string ActivityId, IReadOnlyList<Guid> To, string Message) : WorkflowEvent(At);

/// <summary>A signer sent the instance back to its initiator.</summary>
/// <param name="ActivityId">The step that returned it.</param>
public sealed record InstanceReturned(
    DateTimeOffset At,
    int Visit,
    string ActivityId,
    Guid Person,
    string Comment,
    ResumeMode Resume) : WorkflowEvent(At);

/// <summary>The initiator sent a returned instance on its way again; a new round begins.</summary>
/// <param name="Took">Elapsed time since the return.</param>
public sealed record InstanceResubmitted(DateTimeOffset At, int Round, Guid Person, string? Comment, ResumeMode Resume, TimeSpan Took)
    : WorkflowEvent(At);

/// <summary>The instance reached an end, or was rejected by a step without a transition for it.</summary>
public sealed record InstanceCompleted(DateTimeOffset At, EndResult Result) : WorkflowEvent(At);

/// <summary>The initiator took the instance back.</summary>
public sealed record InstanceWithdrawn(DateTimeOffset At, Guid Person, string? Comment) : WorkflowEvent(At);
