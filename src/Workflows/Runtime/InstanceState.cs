using System.Text.Json.Serialization;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// A running (or ended) workflow of one record: immutable, made only by events. It holds what the engine and the path
/// need, which is the part of the history that still counts: a resubmission in order drops the visits and work items that
/// it makes void. The whole history is the events.
/// </summary>
public sealed record InstanceState
{
    public required InstanceStatus Status { get; init; }

    /// <summary>Who submitted.</summary>
    public required Guid Initiator { get; init; }

    /// <summary>1 for the first submission, one more for each resubmission.</summary>
    public required int Round { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while the instance runs, is returned or suspended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many commands were accepted.</summary>
    public int Sequence { get; init; }

    /// <summary>The status that a suspended instance goes back to.</summary>
    public InstanceStatus Before { get; init; }

    /// <summary>Since when the instance is suspended; null when it is not.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>The command that set the status, moved the instance or migrated it.</summary>
    public int StatusBy { get; init; }

    /// <summary><see cref="StatusBy"/> before that command, for taking it back.</summary>
    [JsonInclude]
    internal int StatusWasBy { get; init; }

    /// <summary>When the initiator urged last.</summary>
    public DateTimeOffset? UrgedAt { get; init; }

    /// <inheritdoc cref="StartInstance.Chosen"/>
    public IReadOnlyDictionary<string, IReadOnlyList<Guid>>? Chosen { get; init; }

    /// <summary>The visits that count, in the order of their numbers.</summary>
    public IReadOnlyList<ActivityVisit> Path { get; init; } = [];

    /// <summary>Visits undone by a return or a jump, kept so that it can be taken back.</summary>
    public IReadOnlyList<ActivityVisit> Voided { get; init; } = [];

    /// <summary>All work items but those that a resubmission in order has dropped, in the order of their numbers.</summary>
    public IReadOnlyList<WorkItem> WorkItems { get; init; } = [];

    /// <summary>The branches taken.</summary>
    public IReadOnlyList<BranchState> Branches { get; init; } = [];

    /// <summary>What the instance waits for besides people.</summary>
    public IReadOnlyList<PendingWait> Waits { get; init; } = [];

    /// <summary>All returns, the oldest first.</summary>
    public IReadOnlyList<InstanceReturn> Returns { get; init; } = [];

    /// <summary>The number the next work item gets.</summary>
    public int NextWorkItem { get; init; } = 1;

    /// <summary>The number the next visit gets.</summary>
    public int NextVisit { get; init; } = 1;

    /// <summary>The number the next branch gets.</summary>
    public int NextBranch { get; init; } = 1;

    /// <summary>The number the next wait gets.</summary>
    public int NextWait { get; init; } = 1;

    /// <summary>The visits at which the instance waits.</summary>
    [JsonIgnore]
    public IEnumerable<ActivityVisit> Tokens => Path.Where(visit => visit.IsLive);

    [JsonIgnore]
    public IEnumerable<WorkItem> OpenWorkItems => WorkItems.Where(item => item.State == WorkItemState.Open);

    /// <summary>The visits that cannot go on.</summary>
    [JsonIgnore]
    public IEnumerable<ActivityVisit> Incidents => Path.Where(visit => visit.Incident is not null && visit.IsLive);

    /// <summary>Whether the instance has ended.</summary>
    [JsonIgnore]
    public bool IsOver => EndedAt is not null;

    /// <summary>The work item with this number, or null when there is none or it belongs to a round that no longer counts.</summary>
    public WorkItem? FindWorkItem(int number) => WorkItems.FirstOrDefault(item => item.Number == number);

    /// <summary>The state that these events lead to, from the start; null without events.</summary>
    /// <param name="commands">The events of each accepted command, in order.</param>
    /// <exception cref="ArgumentException">The first event is not <see cref="InstanceStarted"/>.</exception>
    public static InstanceState? Replay(IEnumerable<IReadOnlyList<WorkflowEvent>> commands) =>
        commands.Aggregate((InstanceState?)null, (state, events) => Apply(state, events));

    /// <summary>The state after the events of one more command.</summary>
    /// <param name="state">Null before the first command.</param>
    public static InstanceState Apply(InstanceState? state, IReadOnlyList<WorkflowEvent> events)
    {
        var draft = new InstanceDraft(state);
        foreach (var happened in events)
        {
            draft.Apply(happened);
        }

        return draft.ToState();
    }
}
