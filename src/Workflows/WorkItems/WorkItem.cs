namespace Workflows.WorkItems;

/// <summary>
/// Something one person has to do for an instance. Immutable; changed only by events of the engine.
/// </summary>
/// <param name="Number">1, 2, 3 … within the instance, never used twice.</param>
/// <param name="ActivityId">The step it belongs to; the start activity for <see cref="WorkItemKind.Revise"/>.</param>
/// <param name="Visit">The visit of that step (<see cref="Runtime.ActivityVisit.Number"/>).</param>
/// <param name="Because">Why this person: the words of the rule that found them. May be empty.</param>
/// <param name="Round">1 for the first submission, one more for each resubmission.</param>
/// <param name="Order">Position of the person among the signers of the step, from 0.</param>
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

    /// <summary>When it stopped being open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What the person said with the decision.</summary>
    public string? Comment { get; init; }

    /// <summary>Why it closed without a decision of its person; null unless <see cref="WorkItemState.Closed"/>.</summary>
    public WorkItemCloseReason? CloseReason { get; init; }
}
