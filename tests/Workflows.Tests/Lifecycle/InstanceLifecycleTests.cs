using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Lifecycle;

public class InstanceLifecycleTests
{
    /// <summary>The legal pairs, written down a second time on purpose.</summary>
    private static readonly Dictionary<InstanceStatus, InstanceAct[]> Legal = new()
    {
        [InstanceStatus.NotStarted] = [InstanceAct.Start],
        [InstanceStatus.Running] =
        [
            InstanceAct.CompleteWorkItem, InstanceAct.Withdraw, InstanceAct.PassOn, InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy, InstanceAct.Urge,
            InstanceAct.Reassign, InstanceAct.Jump, InstanceAct.Cancel, InstanceAct.Suspend, InstanceAct.Retry, InstanceAct.Migrate, InstanceAct.Fire,
        ],
        [InstanceStatus.Returned] =
        [
            InstanceAct.Resubmit, InstanceAct.Withdraw, InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy,
            InstanceAct.Reassign, InstanceAct.Jump, InstanceAct.Cancel, InstanceAct.Suspend, InstanceAct.Migrate, InstanceAct.Fire,
        ],
        [InstanceStatus.Suspended] =
            [InstanceAct.Resume, InstanceAct.Cancel, InstanceAct.Comment, InstanceAct.Copy, InstanceAct.Reassign, InstanceAct.Migrate, InstanceAct.Fire],
        [InstanceStatus.Completed] = [InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy],
        [InstanceStatus.Rejected] = [InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy],
        [InstanceStatus.Withdrawn] = [InstanceAct.Comment, InstanceAct.Copy],
        [InstanceStatus.Cancelled] = [InstanceAct.Comment, InstanceAct.Copy],
    };

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
        Assert.Equal(Legal[status].Contains(act), InstanceLifecycle.Allows(status, act));

    [Theory]
    [MemberData(nameof(All))]
    public void The_engine_accepts_an_act_exactly_where_it_is_legal(InstanceStatus status, InstanceAct act)
    {
        var play = In(status);
        Assert.Equal(status, play.State?.Status ?? InstanceStatus.NotStarted);

        var result = play.Do(Command(play.State, act));

        Assert.Equal(Legal[status].Contains(act), result is Accepted);
    }

    /// <summary>Gao and Zhang sign; a wait and an incident stand beside them; Gao has approved.</summary>
    private static Play InForce()
    {
        var play = new Play(Draw.Workflow(
            [
                Draw.Start(), Draw.Fork("fork", "people", "clock", "broken"), Draw.Approval("a"), Draw.WaitForEvent("w"), Draw.Compute("c"), Draw.Join("join"), Draw.End(),
            ],
            [
                Draw.Arrow("submit", "fork"),
                Draw.Arrow("fork", "a", "people"),
                Draw.Arrow("fork", "w", "clock"),
                Draw.Arrow("fork", "c", "broken"),
                Draw.Arrow("a", "join", "approved"),
                Draw.Arrow("w", "join"),
                Draw.Arrow("c", "join"),
                Draw.Arrow("join", "end"),
            ])).With("a", Gao, Zhang);
        play.Broken.Add("formula:c");
        play.Start();
        play.Approve(Gao);
        return play;
    }

    private static Play In(InstanceStatus status)
    {
        if (status == InstanceStatus.NotStarted)
        {
            return new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao);
        }

        if (status is InstanceStatus.Completed or InstanceStatus.Rejected)
        {
            var row = new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao).Start();
            _ = status == InstanceStatus.Completed ? row.Approve(Gao) : row.Reject(Gao);
            return row;
        }

        var play = InForce();
        switch (status)
        {
            case InstanceStatus.Returned:
                play.Return(Zhang, ResumeMode.StraightBack);
                break;
            case InstanceStatus.Withdrawn:
                play.Accept(new Withdraw(Lin, null));
                break;
            case InstanceStatus.Suspended:
                play.Accept(new SuspendInstance(Admin, "looked into"));
                break;
            case InstanceStatus.Cancelled:
                play.Accept(new CancelInstance(Admin, "a mistake"));
                break;
        }

        return play;
    }

    private static WorkflowCommand Command(InstanceState? state, InstanceAct act)
    {
        var decided = state?.WorkItems.LastOrDefault(item => item.State is WorkItemState.Approved or WorkItemState.Rejected or WorkItemState.Returned);
        var pending = state?.WorkItems.FirstOrDefault(item => item.State is WorkItemState.Open or WorkItemState.Held);
        return act switch
        {
            InstanceAct.Start => new StartInstance(Lin),
            InstanceAct.CompleteWorkItem => new CompleteWorkItem(2, Zhang, WorkItemDecision.Approve, null),
            InstanceAct.Resubmit => new Resubmit(Lin, null),
            InstanceAct.Withdraw => new Withdraw(Lin, null),
            InstanceAct.PassOn => new TransferWorkItem(2, Zhang, Chen, null),
            InstanceAct.TakeBack => new TakeBackDecision(decided?.Number ?? 1, decided?.Person ?? Gao),
            InstanceAct.Comment => new AddComment(Lin, "when?", []),
            InstanceAct.Copy => new SendCopy(Lin, [Wu], null),
            InstanceAct.Urge => new Urge(Lin),
            InstanceAct.Reassign => new ReassignWorkItem(pending?.Number ?? 1, Admin, Wu, "has left"),
            InstanceAct.Jump => new JumpTo(Admin, "end", "stuck"),
            InstanceAct.Cancel => new CancelInstance(Admin, "a mistake"),
            InstanceAct.Suspend => new SuspendInstance(Admin, "looked into"),
            InstanceAct.Resume => new ResumeInstance(Admin, null),
            InstanceAct.Retry => new RetryIncident(Admin, state?.Incidents.FirstOrDefault()?.Number ?? 1),
            InstanceAct.Migrate => new MigrateInstance(Admin, 2, (state?.Tokens.Select(visit => visit.ActivityId) ?? []).Append("a").Distinct().ToDictionary(id => id), null),
            InstanceAct.Fire => new FireWait(1),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }
}
