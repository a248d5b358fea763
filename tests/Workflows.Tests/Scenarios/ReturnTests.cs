using Workflows.Activities.Approval;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class ReturnTests
{
    private static Play AtSecondStep(SignMode mode = SignMode.All)
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Decision("d"), Draw.Approval("a"), Draw.Approval("b", mode), Draw.End()],
            [
                Draw.Arrow("submit", "d"),
                Draw.Arrow("d", "a", "true"),
                Draw.Arrow("d", "b", "false"),
                Draw.Arrow("a", "b", "approved"),
                Draw.Arrow("b", "end", "approved"),
            ])).Where("d").With("a", Gao).With("b", Zhang, Chen).Start();
        play.Approve(Gao);
        return play;
    }

    [Fact]
    public void A_return_closes_what_is_open_and_gives_the_instance_back_to_its_initiator()
    {
        var play = AtSecondStep();

        var events = play.Return(Zhang);

        Assert.Equal(InstanceStatus.Returned, play.State!.Status);
        Assert.Equal([Lin], play.Waiting);
        Assert.Equal(WorkItemKind.Revise, play.OpenItemOf(Lin).Kind);
        Assert.Equal(WorkItemCloseReason.ReturnedByAnother, events.OfType<WorkItemClosed>().Single().Reason);
        Assert.Empty(play.At);
    }

    [Fact]
    public void In_order_starts_again_and_asks_the_conditions_again()
    {
        var play = AtSecondStep();
        play.Return(Chen, ResumeMode.InOrder);
        play.Asked.Clear();

        play.Where("d", holds: false).Resubmit();

        Assert.Equal(["b"], play.At);
        Assert.Equal(2, play.State!.Round);
        Assert.Contains(play.Asked, question => question is ConditionQuestion);
        Assert.Equal(["submit", "d", "b"], play.State.Path.Select(visit => visit.ActivityId));
    }

    [Fact]
    public void Straight_back_goes_to_the_step_that_returned_and_keeps_the_approvals_before_it()
    {
        var play = AtSecondStep();
        play.Approve(Zhang);
        play.Return(Chen, ResumeMode.StraightBack);
        play.Asked.Clear();

        play.Resubmit();

        Assert.Equal([Zhang, Chen], play.Waiting);
        Assert.Equal(["signers:b"], play.Asked.Select(question => question.Key));
        Assert.Equal(WorkItemState.Approved, play.State!.WorkItems.Single(item => item.Person == Gao).State);
        Assert.Equal(["submit", "d", "a", "b", "b"], play.State.Path.Select(visit => visit.ActivityId));
        Assert.Equal(["returned", null], play.State.Path.Where(visit => visit.ActivityId == "b").Select(visit => visit.Outcome));
    }

    [Fact]
    public void Straight_back_into_a_sequence_starts_the_sequence_again()
    {
        var play = AtSecondStep(SignMode.Sequence);
        play.Approve(Zhang);
        play.Return(Chen, ResumeMode.StraightBack);

        play.Resubmit();

        Assert.Equal([Zhang], play.Waiting);
    }

    [Fact]
    public void Resubmitting_closes_the_revise_item()
    {
        var play = AtSecondStep();
        play.Return(Chen);
        var revise = play.OpenItemOf(Lin).Number;

        var events = play.Resubmit();

        Assert.Contains(events, happened => happened is WorkItemClosed { Reason: WorkItemCloseReason.Resubmitted } closed && closed.Number == revise);
        Assert.Equal(TimeSpan.FromHours(1), events.OfType<InstanceResubmitted>().Single().Took);
    }

    [Fact]
    public void Returns_are_remembered_with_their_comments()
    {
        var play = AtSecondStep();
        play.Return(Chen);
        play.Resubmit();

        var back = Assert.Single(play.State!.Returns);
        Assert.Equal(("b", Chen, "60 days is too long", 1), (back.ActivityId, back.Person, back.Comment, back.Round));
    }

    [Fact]
    public void An_instance_can_be_returned_again_in_its_next_round()
    {
        var play = AtSecondStep();
        play.Return(Chen, ResumeMode.StraightBack);
        play.Resubmit();
        play.Return(Zhang, ResumeMode.InOrder);
        play.Resubmit();

        Assert.Equal(["a"], play.At);
        Assert.Equal(3, play.State!.Round);
    }

    [Fact]
    public void The_initiator_can_withdraw_what_was_returned()
    {
        var play = AtSecondStep();
        play.Return(Chen);

        play.Accept(new Withdraw(Lin, "not needed any more"));

        Assert.Equal(InstanceStatus.Withdrawn, play.State!.Status);
        Assert.Empty(play.State.OpenWorkItems);
    }

    [Fact]
    public void Withdrawing_a_running_instance_closes_its_items()
    {
        var play = AtSecondStep();

        var events = play.Accept(new Withdraw(Lin, null));

        Assert.Equal(InstanceStatus.Withdrawn, play.State!.Status);
        Assert.Equal(2, events.OfType<WorkItemClosed>().Count(closed => closed.Reason == WorkItemCloseReason.Withdrawn));
        Assert.Empty(play.At);
    }
}
