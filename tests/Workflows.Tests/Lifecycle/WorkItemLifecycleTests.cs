using Workflows.WorkItems;

namespace Workflows.Tests.Lifecycle;

public class WorkItemLifecycleTests
{
    /// <summary>The legal triples, written down a second time on purpose.</summary>
    private static readonly Dictionary<(WorkItemKind, WorkItemState), WorkItemAct[]> Legal = new()
    {
        [(WorkItemKind.Approve, WorkItemState.Open)] =
        [
            WorkItemAct.Approve, WorkItemAct.Reject, WorkItemAct.Return, WorkItemAct.Transfer, WorkItemAct.Delegate, WorkItemAct.AddSigners, WorkItemAct.Remove,
            WorkItemAct.Reassign,
        ],
        [(WorkItemKind.Approve, WorkItemState.Held)] = [WorkItemAct.Recall, WorkItemAct.Remove, WorkItemAct.Reassign],
        [(WorkItemKind.Approve, WorkItemState.Approved)] = [WorkItemAct.TakeBack],
        [(WorkItemKind.Approve, WorkItemState.Rejected)] = [WorkItemAct.TakeBack],
        [(WorkItemKind.Approve, WorkItemState.Returned)] = [WorkItemAct.TakeBack],
        [(WorkItemKind.FillIn, WorkItemState.Open)] = [WorkItemAct.Complete, WorkItemAct.Return, WorkItemAct.Transfer, WorkItemAct.Delegate, WorkItemAct.Reassign],
        [(WorkItemKind.FillIn, WorkItemState.Held)] = [WorkItemAct.Recall, WorkItemAct.Reassign],
        [(WorkItemKind.FillIn, WorkItemState.Done)] = [WorkItemAct.TakeBack],
        [(WorkItemKind.FillIn, WorkItemState.Returned)] = [WorkItemAct.TakeBack],
        [(WorkItemKind.Advise, WorkItemState.Open)] = [WorkItemAct.Approve, WorkItemAct.Reject, WorkItemAct.Reassign],
        [(WorkItemKind.Advise, WorkItemState.Held)] = [WorkItemAct.Reassign],
        [(WorkItemKind.Advise, WorkItemState.Done)] = [WorkItemAct.TakeBack],
        [(WorkItemKind.Revise, WorkItemState.Open)] = [WorkItemAct.Resubmit, WorkItemAct.Reassign],
        [(WorkItemKind.Read, WorkItemState.Open)] = [WorkItemAct.MarkRead],
    };

    public static TheoryData<WorkItemKind, WorkItemState, WorkItemAct> All()
    {
        var data = new TheoryData<WorkItemKind, WorkItemState, WorkItemAct>();
        foreach (var kind in Enum.GetValues<WorkItemKind>())
        {
            foreach (var state in Enum.GetValues<WorkItemState>())
            {
                foreach (var act in Enum.GetValues<WorkItemAct>())
                {
                    data.Add(kind, state, act);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Only_the_listed_acts_are_legal(WorkItemKind kind, WorkItemState state, WorkItemAct act) =>
        Assert.Equal(Legal.GetValueOrDefault((kind, state), []).Contains(act), WorkItemLifecycle.Allows(kind, state, act));

    [Theory]
    [InlineData(WorkItemDecision.Approve, WorkItemAct.Approve)]
    [InlineData(WorkItemDecision.Reject, WorkItemAct.Reject)]
    [InlineData(WorkItemDecision.Return, WorkItemAct.Return)]
    [InlineData(WorkItemDecision.Complete, WorkItemAct.Complete)]
    public void A_decision_is_the_act_of_its_name(WorkItemDecision decision, WorkItemAct act) =>
        Assert.Equal(act, WorkItemLifecycle.ActOf(decision));
}
