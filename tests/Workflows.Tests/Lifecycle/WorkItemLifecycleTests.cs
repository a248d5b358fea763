using Workflows.WorkItems;

namespace Workflows.Tests.Lifecycle;

public class WorkItemLifecycleTests
{
    /// <summary>The legal triples, written down a second time on purpose.</summary>
    private static readonly HashSet<(WorkItemKind, WorkItemState, WorkItemAct)> Legal =
    [
        (WorkItemKind.Approve, WorkItemState.Open, WorkItemAct.Approve),
        (WorkItemKind.Approve, WorkItemState.Open, WorkItemAct.Reject),
        (WorkItemKind.Approve, WorkItemState.Open, WorkItemAct.Return),
        (WorkItemKind.Revise, WorkItemState.Open, WorkItemAct.Resubmit),
    ];

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
        Assert.Equal(Legal.Contains((kind, state, act)), WorkItemLifecycle.Allows(kind, state, act));

    [Theory]
    [InlineData(WorkItemDecision.Approve, WorkItemAct.Approve)]
    [InlineData(WorkItemDecision.Reject, WorkItemAct.Reject)]
    [InlineData(WorkItemDecision.Return, WorkItemAct.Return)]
    public void A_decision_is_the_act_of_its_name(WorkItemDecision decision, WorkItemAct act) =>
        Assert.Equal(act, WorkItemLifecycle.ActOf(decision));
}
