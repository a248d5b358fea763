using Workflows.WorkItems;

namespace Workflows.Runtime;

internal sealed partial class InstanceDraft
{
    public WorkItem? FindWorkItem(int number)
    {
        var index = IndexOfWorkItem(number);
        return index < 0 ? null : WorkItems[index];
    }

    private void ApplyWorkItem(WorkflowEvent happened)
    {
        switch (happened)
        {
            case WorkItemOpened e:
                WorkItems.Add(new WorkItem(e.Number, e.Kind, e.ActivityId, e.Visit, e.Person, e.Because, e.Round, e.Order, e.At)
                {
                    Origin = e.Origin,
                    Added = e.Added,
                    OpenedBy = Sequence,
                });
                NextWorkItem = e.Number + 1;
                break;
            case WorkItemHeld e:
                Move(e.Number, WorkItemState.Held, item => item with { HeldFor = e.For, StoppedAt = e.StopsClock ? item.StoppedAt ?? e.At : item.StoppedAt });
                break;
            case WorkItemReleased e:
                Move(e.Number, WorkItemState.Open, item => item with { HeldFor = null, StoppedAt = null });
                break;
            case WorkItemPassed e:
                Change(e.Number, item => item with { Person = e.To, ChangedBy = Sequence, Was = item.State, WasFor = item.HeldFor });
                break;
            case WorkItemDue e:
                Change(e.Number, item => item with { DueAt = e.DueAt, ClockFrom = e.ClockFrom });
                break;
            case TierReached e:
                Change(e.Number, item => item with { TiersDone = item.TiersDone | (1 << e.Tier) });
                break;
            case WorkItemCompleted e:
                Move(e.Number, StateAfter(e.Decision, FindWorkItem(e.Number)!.Kind), item => item with
                {
                    HeldFor = null,
                    ClosedAt = e.At,
                    Comment = e.Comment,
                    Button = e.Button,
                    ActedBy = e.OnBehalfOf is null ? null : e.Person,
                });
                break;
            case WorkItemClosed e:
                Move(e.Number, WorkItemState.Closed, item => item with { HeldFor = null, ClosedAt = e.At, CloseReason = e.Reason });
                break;
        }
    }

    private void ChangeClocks(Func<WorkItem, bool> of, DateTimeOffset? stoppedAt)
    {
        for (var i = 0; i < WorkItems.Count; i++)
        {
            if (WorkItems[i] is { IsPending: true, DueAt: not null } && of(WorkItems[i]))
            {
                WorkItems[i] = WorkItems[i] with { StoppedAt = stoppedAt };
            }
        }
    }

    private static WorkItemState StateAfter(WorkItemDecision decision, WorkItemKind kind) => (decision, kind) switch
    {
        (WorkItemDecision.Return, _) => WorkItemState.Returned,
        (WorkItemDecision.Complete, _) or (_, not WorkItemKind.Approve) => WorkItemState.Done,
        (WorkItemDecision.Approve, _) => WorkItemState.Approved,
        _ => WorkItemState.Rejected,
    };

    /// <summary>Changes the state, and remembers the one before the command, should several events of it do so.</summary>
    private void Move(int number, WorkItemState state, Func<WorkItem, WorkItem> change) => Change(number, item =>
    {
        var moved = change(item) with { State = state, ChangedBy = Sequence };
        return item.ChangedBy == Sequence || item.OpenedBy == Sequence ? moved : moved with { Was = item.State, WasFor = item.HeldFor };
    });

    private void Change(int number, Func<WorkItem, WorkItem> change)
    {
        var index = IndexOfWorkItem(number);
        WorkItems[index] = change(WorkItems[index]);
    }

    /// <summary>Items stand in the order of their numbers, and mostly the last ones are meant.</summary>
    private int IndexOfWorkItem(int number)
    {
        for (var i = WorkItems.Count - 1; i >= 0; i--)
        {
            if (WorkItems[i].Number == number)
            {
                return i;
            }
        }

        return -1;
    }
}
