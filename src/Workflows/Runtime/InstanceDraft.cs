using Workflows.Activities.End;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// The state of an instance while one command is handled or replayed: changed by events only, and read by the code of the
/// engine between them. Lives for one call.
/// </summary>
internal sealed partial class InstanceDraft
{
    private readonly InstanceState? _before;

    public InstanceDraft(InstanceState? state)
    {
        _before = state;
        Sequence = (state?.Sequence ?? 0) + 1;
        if (state is null)
        {
            return;
        }

        Status = state.Status;
        Initiator = state.Initiator;
        Round = state.Round;
        StartedAt = state.StartedAt;
        EndedAt = state.EndedAt;
        Before = state.Before;
        SuspendedAt = state.SuspendedAt;
        StatusBy = state.StatusBy;
        StatusWasBy = state.StatusWasBy;
        UrgedAt = state.UrgedAt;
        Chosen = state.Chosen;
        Path.AddRange(state.Path);
        Voided.AddRange(state.Voided);
        WorkItems.AddRange(state.WorkItems);
        Branches.AddRange(state.Branches);
        Waits.AddRange(state.Waits);
        Returns.AddRange(state.Returns);
        NextWorkItem = state.NextWorkItem;
        NextVisit = state.NextVisit;
        NextBranch = state.NextBranch;
        NextWait = state.NextWait;
    }

    public bool Exists => _before is not null || Status != InstanceStatus.NotStarted;

    public InstanceStatus Status { get; private set; }

    public Guid Initiator { get; private set; }

    public int Round { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The number of the command being handled.</summary>
    public int Sequence { get; }

    public InstanceStatus Before { get; private set; }

    public DateTimeOffset? SuspendedAt { get; private set; }

    public int StatusBy { get; private set; }

    public int StatusWasBy { get; private set; }

    public DateTimeOffset? UrgedAt { get; private set; }

    public IReadOnlyDictionary<string, IReadOnlyList<Guid>>? Chosen { get; private set; }

    public List<ActivityVisit> Path { get; } = [];

    public List<ActivityVisit> Voided { get; } = [];

    public List<WorkItem> WorkItems { get; } = [];

    public List<BranchState> Branches { get; } = [];

    public List<PendingWait> Waits { get; } = [];

    public List<InstanceReturn> Returns { get; } = [];

    public int NextWorkItem { get; private set; } = 1;

    public int NextVisit { get; private set; } = 1;

    public int NextBranch { get; private set; } = 1;

    public int NextWait { get; private set; } = 1;

    public InstanceState ToState() => new()
    {
        Status = Status,
        Initiator = Initiator,
        Round = Round,
        StartedAt = StartedAt,
        EndedAt = EndedAt,
        Sequence = Sequence,
        Before = Before,
        SuspendedAt = SuspendedAt,
        StatusBy = StatusBy,
        StatusWasBy = StatusWasBy,
        UrgedAt = UrgedAt,
        Chosen = Chosen,
        Path = Kept(Path),
        Voided = Kept(Voided),
        WorkItems = Kept(WorkItems),
        Branches = Kept(Branches),
        Waits = Kept(Waits),
        Returns = Kept(Returns),
        NextWorkItem = NextWorkItem,
        NextVisit = NextVisit,
        NextBranch = NextBranch,
        NextWait = NextWait,
    };

    /// <summary>The list as it is now; most instances have no branches, waits or returns.</summary>
    private static IReadOnlyList<T> Kept<T>(List<T> list) => list.Count == 0 ? [] : list.ToArray();

    public void Apply(WorkflowEvent happened)
    {
        if (!Exists && happened is not InstanceStarted)
        {
            throw new ArgumentException($"Expected the first event to be {nameof(InstanceStarted)}, but found {happened.GetType().Name}.", nameof(happened));
        }

        switch (happened)
        {
            case InstanceStarted e:
                (Initiator, Round, StartedAt, Chosen) = (e.Initiator, 1, e.At, e.Chosen);
                SetStatus(InstanceStatus.Running);
                break;
            case ActivityEntered e:
                Path.Add(new ActivityVisit(e.Visit, e.ActivityId, e.Round, e.At) { Branch = e.Branch, From = e.From, Detour = e.Detour, EnteredBy = Sequence });
                NextVisit = e.Visit + 1;
                break;
            case ActivityCompleted e:
                Set(Visit(e.Visit) with { LeftAt = e.At, LeftBy = Sequence, Outcome = e.Outcome, Cause = e.Cause });
                break;
            case SignersFound e:
                Set(Visit(e.Visit) with { Signers = e.Signers });
                break;
            case BranchOpened e:
                Branches.Add(new BranchState(e.Branch, e.Parent, e.Fork, e.Name, Sequence));
                NextBranch = e.Branch + 1;
                break;
            case IncidentRaised e:
                Set(Visit(e.Visit) with { Incident = new Incident(e.Code, e.Message, e.At) { RaisedBy = Sequence } });
                break;
            case IncidentCleared e:
                Set(Visit(e.Visit) with { Incident = null });
                break;
            case VisitsVoided e:
                Void(e.Visits);
                break;
            case InstanceReturned or ReturnEnded or InstanceResubmitted:
                ApplyReturn(happened);
                break;
            case DecisionTakenBack e:
                Revert(e.Sequence);
                break;
            case WaitOpened or WaitFired or WaitClosed:
                ApplyWait(happened);
                break;
            case InstanceCompleted e:
                End(e.Result == EndResult.Approved ? InstanceStatus.Completed : InstanceStatus.Rejected, e.At);
                break;
            case InstanceWithdrawn e:
                End(InstanceStatus.Withdrawn, e.At);
                break;
            case InstanceCancelled e:
                End(InstanceStatus.Cancelled, e.At);
                break;
            case InstanceSuspended e:
                (Before, SuspendedAt) = (Status, e.At);
                SetStatus(InstanceStatus.Suspended);
                StopClocks(e.At);
                break;
            case InstanceResumed:
                SuspendedAt = null;
                SetStatus(Before);
                Before = InstanceStatus.NotStarted;
                break;
            case InstanceJumped:
                SetStatus(InstanceStatus.Running);
                break;
            case InstanceMigrated e:
                SetStatus(Status);
                Rename(e.Moves);
                break;
            case Urged e:
                UrgedAt = e.At;
                break;
            default:
                ApplyWorkItem(happened);
                break;
        }
    }

    private void SetStatus(InstanceStatus status)
    {
        StatusWasBy = StatusBy == Sequence ? StatusWasBy : StatusBy;
        (Status, StatusBy) = (status, Sequence);
    }

    private void End(InstanceStatus status, DateTimeOffset at)
    {
        SetStatus(status);
        EndedAt = at;
    }

    private void Rename(IReadOnlyDictionary<string, string> moves)
    {
        foreach (var visit in Path.Where(visit => visit.IsLive && moves.ContainsKey(visit.ActivityId)).ToList())
        {
            Set(visit with { ActivityId = moves[visit.ActivityId] });
        }

        for (var i = 0; i < WorkItems.Count; i++)
        {
            if (WorkItems[i].IsPending && moves.TryGetValue(WorkItems[i].ActivityId, out var id))
            {
                WorkItems[i] = WorkItems[i] with { ActivityId = id };
            }
        }

        for (var i = 0; i < Returns.Count; i++)
        {
            if (Returns[i].IsUnderWay && moves.TryGetValue(Returns[i].ActivityId, out var id))
            {
                Returns[i] = Returns[i] with { ActivityId = id };
            }
        }
    }
}
