using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class DelegateTests
{
    private static readonly StepActions Decides = new() { Delegate = DelegateRule.Decides };

    private static Play Asked(StepActions? actions = null, SignMode mode = SignMode.All, params Guid[] signers) =>
        new Play(Draw.Row(Draw.Approval("a", mode) with { Actions = actions })).With("a", signers.Length == 0 ? [Gao] : signers).Start();

    [Fact]
    public void A_delegate_advises_and_the_item_comes_back_with_the_advice()
    {
        var play = Asked();
        play.Delegate(Gao, Wu);
        Assert.Equal([Wu], play.Waiting);
        Assert.Equal((WorkItemState.Held, HeldFor.Delegate), (play.ItemOf(Gao).State, play.ItemOf(Gao).HeldFor!.Value));

        play.Reject(Wu);

        Assert.Equal([Gao], play.Waiting);
        Assert.Equal(("too dear", WorkItemKind.Advise), (play.State!.WorkItems[^1].Comment, play.State.WorkItems[^1].Kind));
        play.Approve(Gao);
        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void Where_the_delegate_decides_the_decision_is_that_of_the_place()
    {
        var play = Asked(Decides, SignMode.All, Gao, Zhang);
        play.Delegate(Gao, Wu);

        play.Approve(Wu);

        Assert.Equal(WorkItemCloseReason.DecidedByDelegate, play.State!.WorkItems[0].CloseReason);
        Assert.Equal([Zhang], play.Waiting);
        play.Approve(Zhang);
        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void A_delegate_of_a_delegate_decides_for_both()
    {
        var play = Asked(Decides);
        play.Delegate(Gao, Wu);
        play.Delegate(Wu, Sun);

        play.Approve(Sun);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void A_rejection_by_a_delegate_who_decides_rejects()
    {
        var play = Asked(Decides, SignMode.All, Gao, Zhang);
        play.Delegate(Gao, Wu);

        play.Reject(Wu);

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
    }

    [Fact]
    public void In_a_vote_a_rejection_by_a_delegate_is_the_no_of_the_place()
    {
        var play = Asked(Decides, SignMode.Vote, Gao, Zhang, Chen);
        play.Delegate(Gao, Wu);
        play.Reject(Wu);
        Assert.Equal([Zhang, Chen], play.Waiting);

        play.Approve(Zhang);
        play.Approve(Chen);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Recalling_takes_the_item_back_before_the_delegate_has_acted()
    {
        var play = Asked();
        play.Delegate(Gao, Wu);

        play.Accept(new RecallWorkItem(1, Gao));

        Assert.Equal([Gao], play.Waiting);
        Assert.Equal("work-item.wrong-kind", play.Refuse(new RecallWorkItem(1, Gao)).Code);
        Assert.Equal("work-item.not-open", play.Refuse(new CompleteWorkItem(2, Wu, WorkItemDecision.Approve, null)).Code);
    }

    [Fact]
    public void Recalling_closes_whomever_the_delegate_brought_in_however_deep()
    {
        var play = Asked(Decides);
        play.Delegate(Gao, Wu);
        play.Add(Wu, AddedPlace.Beside, Sun);
        play.Add(Sun, AddedPlace.Beside, Chen);
        play.Approve(Sun);

        play.Accept(new RecallWorkItem(1, Gao));

        Assert.Equal([Gao], play.Waiting);
        play.Approve(Gao);
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void A_delegate_who_decides_may_return_as_the_holder_may()
    {
        var play = Asked(Decides);
        play.Delegate(Gao, Wu);

        play.Return(Wu);

        Assert.Equal(InstanceStatus.Returned, play.State!.Status);
        Assert.Equal([Lin], play.Waiting);
    }

    [Fact]
    public void A_delegate_who_advises_may_not_return()
    {
        var play = Asked();
        play.Delegate(Gao, Wu);

        Assert.Equal("work-item.wrong-kind", play.Refuse(new CompleteWorkItem(2, Wu, WorkItemDecision.Return, "no")).Code);
    }

    [Fact]
    public void In_a_sequence_delegating_then_returning_straight_asks_the_first_signer_again()
    {
        var play = new Play(Draw.Row(Draw.Approval("z"), Draw.Approval("a", SignMode.Sequence) with { Actions = Decides })).With("z", Sun).With("a", Gao, Zhang).Start();
        play.Approve(Sun);
        play.Approve(Gao);
        play.Delegate(Zhang, Wu);

        play.ReturnTo(Wu, "z", ResumeMode.StraightBack);
        Assert.Equal([Sun], play.Waiting);
        play.Approve(Sun);

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void Delegating_to_somebody_who_is_asked_already_is_refused() =>
        Assert.Equal("person.asked-already", Asked(null, SignMode.All, Gao, Zhang).Refuse(new DelegateWorkItem(1, Gao, Zhang, null)).Code);

    [Fact]
    public void Delegating_to_somebody_who_has_left_is_refused() =>
        Assert.Equal("person.left", Asked().Refuse(new DelegateWorkItem(1, Gao, Left, null)).Code);
}
