using Workflows.Activities.End;
using Workflows.WorkItems;

namespace Workflows.Runtime;

public sealed partial record InstanceState
{
    /// <summary>The state that these events lead to, from the start; null without events.</summary>
    /// <exception cref="ArgumentException">The first event is not <see cref="InstanceStarted"/>.</exception>
    public static InstanceState? Replay(IEnumerable<WorkflowEvent> events) =>
        events.Aggregate((InstanceState?)null, (state, happened) => state is null ? Begin(happened) : state.Apply(happened));

    /// <summary>The state after this event.</summary>
    public InstanceState Apply(WorkflowEvent happened) => happened switch
    {
        ActivityEntered e => this with
        {
            Path = [.. Path, new ActivityVisit(e.Visit, e.ActivityId, e.Round, e.At)],
            NextVisit = e.Visit + 1,
        },
        SignersFound e => WithVisit(e.Visit, visit => visit with { Signers = e.Signers }),
        ActivityCompleted e => WithVisit(e.Visit, visit => visit with { LeftAt = e.At, Outcome = e.Outcome, Cause = e.Cause }),
        WorkItemOpened e => this with
        {
            WorkItems =
            [
                .. WorkItems,
                new WorkItem(e.Number, e.Kind, e.ActivityId, e.Visit, e.Person, e.Because, e.Round, e.Order, e.At),
            ],
            NextWorkItem = e.Number + 1,
        },
        WorkItemCompleted e => WithWorkItem(
            e.Number,
            item => item with { State = StateAfter(e.Decision), ClosedAt = e.At, Comment = e.Comment }),
        WorkItemClosed e => WithWorkItem(
            e.Number,
            item => item with { State = WorkItemState.Closed, ClosedAt = e.At, CloseReason = e.Reason }),
        InstanceReturned e => this with
        {
            Status = InstanceStatus.Returned,
            Returns = [.. Returns, new InstanceReturn(e.At, e.Visit, e.ActivityId, Round, e.Person, e.Comment, e.Resume)],
        },
        InstanceResubmitted e => Resubmitted(e),
        InstanceCompleted e => this with
        {
            Status = e.Result == EndResult.Approved ? InstanceStatus.Completed : InstanceStatus.Rejected,
            EndedAt = e.At,
        },
        InstanceWithdrawn e => this with { Status = InstanceStatus.Withdrawn, EndedAt = e.At },
        _ => this,
    };

    private static InstanceState Begin(WorkflowEvent first) => first is InstanceStarted e
        ? new InstanceState { Status = InstanceStatus.Running, Initiator = e.Initiator, Round = 1, StartedAt = e.At }
        : throw new ArgumentException($"Expected the first event to be {nameof(InstanceStarted)}, but found {first.GetType().Name}.", nameof(first));

    private static WorkItemState StateAfter(WorkItemDecision decision) => decision switch
    {
        WorkItemDecision.Approve => WorkItemState.Approved,
        WorkItemDecision.Reject => WorkItemState.Rejected,
        _ => WorkItemState.Returned,
    };

    private InstanceState Resubmitted(InstanceResubmitted e)
    {
        var again = this with { Status = InstanceStatus.Running, Round = e.Round };
        if (e.Resume == ResumeMode.InOrder)
        {
            return again with { Path = [], WorkItems = [] };
        }

        var returned = Returns[^1].Visit;
        return again with
        {
            Path = [.. Path.Where(visit => visit.Number != returned)],
            WorkItems = [.. WorkItems.Where(item => item.Visit != returned)],
        };
    }

    private InstanceState WithVisit(int number, Func<ActivityVisit, ActivityVisit> change) =>
        this with { Path = [.. Path.Select(visit => visit.Number == number ? change(visit) : visit)] };

    private InstanceState WithWorkItem(int number, Func<WorkItem, WorkItem> change) =>
        this with { WorkItems = [.. WorkItems.Select(item => item.Number == number ? change(item) : item)] };
}
