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
                Change(e.Number, item => item with
                {
                    State = WorkItemState.Held,
                    HeldFor = e.For,
                    StoppedAt = e.StopsClock && item.DueAt is not null ? item.StoppedAt ?? e.At : item.StoppedAt,
                });
                break;
            case WorkItemReleased e:
                Change(e.Number, item => item with { State = WorkItemState.Open, HeldFor = null });
                break;
            case WorkItemPassed e:
                Change(e.Number, item => item with { Person = e.To });
                break;
            case WorkItemDue e:
                Set(e.Number, item => item with { DueAt = e.DueAt, ClockFrom = e.ClockFrom, StoppedAt = null });
                break;
            case TierReached e:
                Set(e.Number, item => item with { TiersDone = item.TiersDone | (1 << e.Tier) });
                break;
            case WorkItemCompleted e:
                Change(e.Number, item => item with
                {
                    State = StateAfter(e.Decision, item.Kind),
                    HeldFor = null,
                    ClosedAt = e.At,
                    Comment = e.Comment,
                    Button = e.Button,
                    ActedBy = e.OnBehalfOf is null ? null : e.Person,
                    ByDeadline = e.ByDeadline,
                });
                break;
            case WorkItemClosed e:
                Change(e.Number, item => item with { State = WorkItemState.Closed, HeldFor = null, ClosedAt = e.At, CloseReason = e.Reason });
                break;
        }
    }

    private void StopClocks(DateTimeOffset at)
    {
        for (var i = 0; i < WorkItems.Count; i++)
        {
            if (WorkItems[i] is { IsPending: true, DueAt: not null, StoppedAt: null })
            {
                WorkItems[i] = WorkItems[i] with { StoppedAt = at };
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

    /// <summary>Changes who has to act, or whether; remembers how it was before the command, should that be taken back.</summary>
    private void Change(int number, Func<WorkItem, WorkItem> change) => Set(number, item =>
    {
        var changed = change(item);
        if (item.ChangedBy == Sequence || item.OpenedBy == Sequence)
        {
            changed = changed with { ChangedBy = Sequence };
        }
        else
        {
            changed = changed with { ChangedBy = Sequence, Before = WorkItemBefore.Of(item) };
        }

        return item.Person != changed.Person && changed.Before is { Person: null } before && item.OpenedBy != Sequence
            ? changed with { Before = before with { Person = item.Person } }
            : changed;
    });

    private void Set(int number, Func<WorkItem, WorkItem> change)
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
