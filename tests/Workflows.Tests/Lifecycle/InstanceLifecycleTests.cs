using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Lifecycle;

public class InstanceLifecycleTests
{
    /// <summary>The legal pairs, written down a second time on purpose.</summary>
    private static readonly HashSet<(InstanceStatus, InstanceAct)> Legal =
    [
        (InstanceStatus.NotStarted, InstanceAct.Start),
        (InstanceStatus.Running, InstanceAct.CompleteWorkItem),
        (InstanceStatus.Running, InstanceAct.Withdraw),
        (InstanceStatus.Returned, InstanceAct.Resubmit),
        (InstanceStatus.Returned, InstanceAct.Withdraw),
    ];

    public static TheoryData<InstanceStatus, InstanceAct> All()
    {
        var data = new TheoryData<InstanceStatus, InstanceAct>();
        foreach (var status in Enum.GetValues<InstanceStatus>())
        {
            foreach (var act in Enum.GetValues<InstanceAct>())
            {
                data.Add(status, act);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_table_lists_only_legal_acts(InstanceStatus status, InstanceAct act) =>
        Assert.Equal(Legal.Contains((status, act)), InstanceLifecycle.Allows(status, act));

    [Theory]
    [MemberData(nameof(All))]
    public void The_engine_accepts_an_act_exactly_where_it_is_legal(InstanceStatus status, InstanceAct act)
    {
        var play = In(status);

        var result = play.Do(act switch
        {
            InstanceAct.Start => new StartInstance(Lin),
            InstanceAct.CompleteWorkItem => new CompleteWorkItem(1, Gao, WorkItemDecision.Approve, null),
            InstanceAct.Resubmit => new Resubmit(Lin, null),
            _ => new Withdraw(Lin, null),
        });

        Assert.Equal(Legal.Contains((status, act)), result is Accepted);
    }

    private static Play In(InstanceStatus status)
    {
        var play = new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao);
        if (status != InstanceStatus.NotStarted)
        {
            play.Start();
        }

        switch (status)
        {
            case InstanceStatus.Returned:
                play.Return(Gao);
                break;
            case InstanceStatus.Completed:
                play.Approve(Gao);
                break;
            case InstanceStatus.Rejected:
                play.Reject(Gao);
                break;
            case InstanceStatus.Withdrawn:
                play.Accept(new Withdraw(Lin, null));
                break;
        }

        return play;
    }
}
