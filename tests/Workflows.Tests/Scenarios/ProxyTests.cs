using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class ProxyTests
{
    private static Play Asked()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"))).With("a", Gao).With("b", Zhang);
        play.Proxies.Add((Gao, Wu));
        return play.Start();
    }

    [Fact]
    public void A_proxy_is_not_asked_but_may_act_and_both_names_are_kept()
    {
        var play = Asked();
        Assert.Equal([Gao], play.Waiting);

        var completed = play.Accept(new CompleteWorkItem(1, Wu, WorkItemDecision.Approve, null)).OfType<WorkItemCompleted>().Single();

        Assert.Equal((Wu, Gao), (completed.Person, completed.OnBehalfOf!.Value));
        Assert.Equal((Gao, Wu), (play.State!.FindWorkItem(1)!.Person, play.State.FindWorkItem(1)!.ActedBy!.Value));
    }

    [Fact]
    public void Who_is_no_proxy_at_the_moment_of_the_act_may_not()
    {
        var play = Asked();
        play.Proxies.Clear();

        Assert.Equal("work-item.not-yours", play.Refuse(new CompleteWorkItem(1, Wu, WorkItemDecision.Approve, null)).Code);
    }

    [Fact]
    public void A_proxy_may_do_whatever_the_holder_may()
    {
        var play = Asked();
        play.Accept(new AddSigners(1, Wu, AddedPlace.Before, [Sun], null));
        play.Accept(new RemoveSigner(2, Wu));
        play.Accept(new DelegateWorkItem(1, Wu, Sun, null));
        play.Accept(new RecallWorkItem(1, Wu));
        play.Accept(new TransferWorkItem(1, Wu, Chen, null));

        Assert.Equal([Chen], play.Waiting);
    }

    [Fact]
    public void The_proxy_who_decided_takes_it_back_and_the_holder_does_not()
    {
        var play = Asked();
        play.Accept(new CompleteWorkItem(1, Wu, WorkItemDecision.Approve, null));
        Assert.Equal("decision.not-yours", play.Refuse(new TakeBackDecision(1, Gao)).Code);

        play.Accept(new TakeBackDecision(1, Wu));

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void A_proxy_of_the_initiator_may_resubmit_but_not_withdraw()
    {
        var play = Asked();
        play.Proxies.Add((Lin, Sun));
        play.Return(Gao);
        Assert.Equal("instance.not-initiator", play.Refuse(new Withdraw(Sun, null)).Code);

        play.Accept(new Resubmit(Sun, null));

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void An_approval_by_a_proxy_counts_as_that_of_the_holder_where_earlier_ones_count()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b") with { IfRepeated = RepeatPolicy.SkipApproved })).With("a", Gao).With("b", Gao);
        play.Proxies.Add((Gao, Wu));
        play.Start();

        play.Accept(new CompleteWorkItem(1, Wu, WorkItemDecision.Approve, null));

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }
}
