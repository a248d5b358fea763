using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.WorkItems;

/// <summary>
/// Something one person has to do for an instance. Immutable; changed only by events of the engine.
/// </summary>
/// <param name="Number">1, 2, 3 … within the instance, never used twice.</param>
/// <param name="ActivityId">The step it belongs to; the start activity for <see cref="WorkItemKind.Revise"/>.</param>
/// <param name="Visit">The visit of that step (<see cref="Runtime.ActivityVisit.Number"/>).</param>
/// <param name="Person">Who holds it. Changes when it is transferred or reassigned.</param>
/// <param name="Because">Why this person: the words of the rule that found them. May be empty.</param>
/// <param name="Round">1 for the first submission, one more for each resubmission.</param>
/// <param name="Order">Position among the signers of the step, from 0; that of its origin for added signers and delegates.</param>
public sealed record WorkItem(
    int Number,
    WorkItemKind Kind,
    string ActivityId,
    int Visit,
    Guid Person,
    string Because,
    int Round,
    int Order,
    DateTimeOffset OpenedAt)
{
    public WorkItemState State { get; init; } = WorkItemState.Open;

    /// <summary>When it was decided or closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What was said with the decision.</summary>
    public string? Comment { get; init; }

    /// <summary>Why it closed without a decision of its person; null unless <see cref="WorkItemState.Closed"/>.</summary>
    public WorkItemCloseReason? CloseReason { get; init; }

    /// <summary>What it waits for; null unless <see cref="WorkItemState.Held"/>.</summary>
    public HeldFor? HeldFor { get; init; }

    /// <summary>Since when its clock stands still; null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The item of the signer who added or delegated this one; null for those found by the rules.</summary>
    public int? Origin { get; init; }

    /// <summary>Where it was added; null unless it was.</summary>
    public AddedPlace? Added { get; init; }

    /// <summary>When it is due; null without a deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>From when its tiers are counted: when it was opened, later by what its clock stood still.</summary>
    public DateTimeOffset? ClockFrom { get; init; }

    /// <summary>The tiers that were reached, a bit for each index.</summary>
    public int TiersDone { get; init; }

    /// <summary>The outcome chosen by completing a task.</summary>
    public string? Button { get; init; }

    /// <summary>Who acted, when that was not the holder: a proxy. Null otherwise.</summary>
    public Guid? ActedBy { get; init; }

    /// <summary>A deadline decided it, and nobody did.</summary>
    public bool ByDeadline { get; init; }

    /// <summary>The command (<see cref="Runtime.InstanceState.Sequence"/>) that opened it.</summary>
    public int OpenedBy { get; init; }

    /// <summary>The command that changed its state last; 0 while it is as it was opened.</summary>
    public int ChangedBy { get; init; }

    /// <summary>How it stood before that command, for taking it back; null while it is as it was opened.</summary>
    [JsonInclude]
    internal WorkItemBefore? Before { get; init; }

    /// <summary>Neither decided nor closed.</summary>
    internal bool IsPending => State is WorkItemState.Open or WorkItemState.Held;
}
