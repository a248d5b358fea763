using Forms.Records;
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
}

/// <summary>What a person may do with a work item.</summary>
public enum WorkItemAction
{
    Approve,
    Reject,
    Return,
    Resubmit,
    Withdraw,
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
}

/// <summary>An entry of the trail.</summary>
/// <param name="Act">One of <see cref="TrailActs"/>.</param>
public sealed record TrailEntry(DateTimeOffset At, string Act, Guid? Person, string? PersonName)
{
    /// <summary>Id of the step.</summary>
    public string? Activity { get; init; }

    /// <summary>English label of the step.</summary>
    public string? ActivityLabel { get; init; }

    public string? Comment { get; init; }

    /// <summary>Elapsed time, not business time.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Whom or what the act was aimed at.</summary>
    public string? To { get; init; }
}
