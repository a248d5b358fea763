namespace Workflows.WorkItems;

/// <summary>How a work item stood before a command changed it, and how before the one before that.</summary>
internal sealed record WorkItemBefore
{
    public WorkItemState State { get; init; }

    public HeldFor? HeldFor { get; init; }

    /// <summary>Who held it; null when that command did not give it to somebody else.</summary>
    public Guid? Person { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ClockFrom { get; init; }

    /// <summary><see cref="WorkItem.ChangedBy"/> at that time.</summary>
    public int ChangedBy { get; init; }

    public WorkItemBefore? Before { get; init; }

    public static WorkItemBefore Of(WorkItem item) => new()
    {
        State = item.State,
        HeldFor = item.HeldFor,
        StoppedAt = item.StoppedAt,
        DueAt = item.DueAt,
        ClockFrom = item.ClockFrom,
        ChangedBy = item.ChangedBy,
        Before = item.Before,
    };

    /// <summary>The item as it stood then. Tiers that were reached stay so: none comes again.</summary>
    public WorkItem Restore(WorkItem item) => item with
    {
        State = State,
        HeldFor = HeldFor,
        Person = Person ?? item.Person,
        StoppedAt = StoppedAt,
        DueAt = DueAt,
        ClockFrom = ClockFrom,
        ClosedAt = null,
        Comment = null,
        CloseReason = null,
        Button = null,
        ActedBy = null,
        ByDeadline = false,
        ChangedBy = ChangedBy,
        Before = Before,
    };
}
