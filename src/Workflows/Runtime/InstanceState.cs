using System.Text.Json.Serialization;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// A running (or ended) workflow of one record: immutable, made only by events. It holds what the engine and the path
/// need, which is the part of the history that still counts: a resubmission drops the visits and work items that it
/// makes void. The whole history is the events.
/// </summary>
public sealed partial record InstanceState
{
    public required InstanceStatus Status { get; init; }

    /// <summary>Who submitted.</summary>
    public required Guid Initiator { get; init; }

    /// <summary>1 for the first submission, one more for each resubmission.</summary>
    public required int Round { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while the instance runs or is returned.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The visits that count, in the order of their numbers.</summary>
    public IReadOnlyList<ActivityVisit> Path { get; init; } = [];

    /// <summary>The work items of those visits, in the order of their numbers.</summary>
    public IReadOnlyList<WorkItem> WorkItems { get; init; } = [];

    /// <summary>All returns, the oldest first.</summary>
    public IReadOnlyList<InstanceReturn> Returns { get; init; } = [];

    /// <summary>The number the next work item gets.</summary>
    public int NextWorkItem { get; init; } = 1;

    /// <summary>The number the next visit gets.</summary>
    public int NextVisit { get; init; } = 1;

    /// <summary>The visits at which the instance waits: one while it runs, none otherwise.</summary>
    [JsonIgnore]
    public IEnumerable<ActivityVisit> Tokens => Path.Where(visit => visit.LeftAt is null);

    [JsonIgnore]
    public IEnumerable<WorkItem> OpenWorkItems => WorkItems.Where(item => item.State == WorkItemState.Open);

    /// <summary>The work item with this number, or null when there is none or it belongs to a round that no longer counts.</summary>
    public WorkItem? FindWorkItem(int number) => WorkItems.FirstOrDefault(item => item.Number == number);
}
