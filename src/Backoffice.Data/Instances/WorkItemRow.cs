using Workflows.WorkItems;

namespace Backoffice.Data.Instances;

/// <summary>Something that a person has or had to do for an instance.</summary>
public sealed class WorkItemRow
{
    public Guid Id { get; set; }

    public Guid Instance { get; set; }

    /// <summary>1, 2, 3 … within the instance.</summary>
    public int Number { get; set; }

    /// <summary>Id of the activity.</summary>
    public required string Activity { get; set; }

    public WorkItemKind Kind { get; set; }

    public WorkItemState State { get; set; }

    public Guid Person { get; set; }

    /// <summary>Why this person.</summary>
    public required string Because { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public WorkItemDecision? Decision { get; set; }

    public string? Comment { get; set; }

    /// <summary>When it is due; null without a deadline.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>What it waits for while it is held.</summary>
    public HeldFor? HeldFor { get; set; }

    /// <summary>Number of the item whose holder brought its person in.</summary>
    public int? Origin { get; set; }

    /// <summary>The proxy who acted; null when its person did.</summary>
    public Guid? ActedBy { get; set; }

    /// <summary>Version of the record that the signer saw when deciding.</summary>
    public long? SnapshotVersion { get; set; }
}
