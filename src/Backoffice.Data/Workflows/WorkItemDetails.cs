using Forms.Records;
using Workflows.Definitions;
using Workflows.Paths;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>A work item with all that its person needs to decide.</summary>
public sealed record WorkItemDetails(WorkItemSummary Item, InstanceDetails Instance)
{
    /// <summary>Why this person.</summary>
    public required SignerReason Because { get; init; }

    /// <summary>Whose item it is.</summary>
    public required Guid Person { get; init; }

    /// <summary>What may be done now by the person who asks; empty for others and when it is closed.</summary>
    public required IReadOnlySet<WorkItemAction> Actions { get; init; }

    /// <summary>Whether approving needs a comment, too.</summary>
    public bool ApproveNeedsComment { get; init; }

    /// <summary>The actions that need a comment at this step.</summary>
    public IReadOnlySet<WorkItemAction> NeedComment { get; init; } = new HashSet<WorkItemAction>();

    /// <summary>The step at which people act; null for a revision or a copy.</summary>
    public PersonStepActivity? Step { get; init; }

    /// <summary>Where it may be returned to, the nearest first.</summary>
    public IReadOnlyList<ReturnPlace> ReturnTo { get; init; } = [];

    /// <summary>For whom the person who asks would act; null when it is their own item.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The signers whom its holder has brought in and who have not acted yet.</summary>
    public IReadOnlyList<BroughtIn> BroughtIn { get; init; } = [];
}

/// <summary>A place that a work item may be returned to.</summary>
/// <param name="Activity">Id of the step; null for the initiator.</param>
/// <param name="Label">English label of the step, or the name of the initiator.</param>
/// <param name="People">Who acted there.</param>
public sealed record ReturnPlace(string? Activity, string Label, IReadOnlyList<string> People);

/// <summary>Somebody whom the holder of a work item has brought in.</summary>
public sealed record BroughtIn(Guid WorkItem, string Name, AddedPlace? Place);

/// <summary>What a person may do with a work item; <see cref="Withdraw"/> is on the instance, the others are acts of the engine.</summary>
public enum WorkItemAction
{
    Approve,
    Reject,
    Return,
    Resubmit,
    Withdraw,
    Complete,
    MarkRead,
    Transfer,
    Delegate,
    Recall,
    AddSigners,
    Remove,
    TakeBack,
    Reassign,
}

/// <summary>An instance as people look at it: the record, the path and the trail.</summary>
/// <param name="Record">As it is now.</param>
/// <param name="Trail">Newest first.</param>
public sealed record InstanceDetails(Guid Id, InstanceStatus Status, Record Record, WorkflowPath Path, IReadOnlyList<TrailEntry> Trail)
{
    /// <summary>Key of the workflow.</summary>
    public required string Workflow { get; init; }

    public required string WorkflowLabel { get; init; }

    public required int WorkflowVersion { get; init; }

    public required Guid Initiator { get; init; }

    public required string InitiatorName { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The record as it was submitted the time before, to mark what changed since; null when it was submitted once.</summary>
    public Record? BeforeReturn { get; init; }

    /// <summary>The open work item of the person who asks; null when the instance does not wait for them.</summary>
    public Guid? OwnWorkItem { get; init; }

    /// <summary>Whether the person who asks may withdraw it.</summary>
    public bool MayWithdraw { get; init; }

    /// <summary>Whether the person who asks may urge those who hold open items.</summary>
    public bool MayUrge { get; init; }

    /// <summary>The record as it was submitted last, to mark what was changed since; null when nothing was.</summary>
    public Record? Submitted { get; init; }

    /// <summary>Decisions of the person who asks that can be taken back now: ids of work items.</summary>
    public IReadOnlyList<Guid> TakeBack { get; init; } = [];

    /// <summary>What keeps it from going on, by step.</summary>
    public IReadOnlyList<StepIncident> Incidents { get; init; } = [];
}

/// <summary>A step that cannot go on.</summary>
/// <param name="Visit">Number of the visit, for trying again.</param>
public sealed record StepIncident(int Visit, string Activity, string Label, string Code, string Message, DateTimeOffset At);
