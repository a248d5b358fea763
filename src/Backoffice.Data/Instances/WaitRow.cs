using Workflows.Runtime;

namespace Backoffice.Data.Instances;

/// <summary>
/// Something that an instance waits for besides people: a bookmark. It is written and removed in the same transaction as
/// the state that it belongs to, so that nothing can come between the two.
/// </summary>
public sealed class WaitRow
{
    public Guid Instance { get; set; }

    /// <summary>1, 2, 3 … within the instance.</summary>
    public int Number { get; set; }

    public WaitFor Kind { get; set; }

    /// <summary>Id of the activity.</summary>
    public required string Activity { get; set; }

    /// <summary>When it is over by itself; null when it is not, or is over already and kept.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Name of the event, or the record of a sub-workflow.</summary>
    public string? Name { get; set; }

    /// <summary>The record that the instance is about.</summary>
    public Guid Record { get; set; }

    /// <summary>The work item whose deadline it is.</summary>
    public int? WorkItem { get; set; }

    /// <summary>A node is acting on it until then; another one may after that.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }
}
