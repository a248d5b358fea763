using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class ReturnToStepTests
{
    /// <summary>a, b, c in a row, at c.</summary>
    private static Play AtThird(SignMode mode = SignMode.All, StepActions? actions = null)
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c", mode) with { Actions = actions }))
            .With("a", Gao).With("b", Zhang).With("c", Chen, Wu).Start();
        play.Approve(Gao);
        play.Approve(Zhang);
        return play;
    }

    [Fact]
    public void In_order_goes_on_from_the_target_again()
    {
        var play = AtThird();

        play.ReturnTo(Chen, "a", ResumeMode.InOrder);
        Assert.Equal([Gao], play.Waiting);
        play.Approve(Gao);

        Assert.Equal([Zhang], play.Waiting);
    }

    [Fact]
    public void Straight_back_goes_on_where_it_was_returned()
    {
        var play = AtThird();

        play.ReturnTo(Chen, "a", ResumeMode.StraightBack);
        Assert.Equal([Gao], play.Waiting);
        play.Approve(Gao);

        Assert.Equal([Chen, Wu], play.Waiting);
        play.Approve(Chen);
        play.Approve(Wu);
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Theory]
    [InlineData(SignMode.All, 2)]
    [InlineData(SignMode.Any, 2)]
    [InlineData(SignMode.Vote, 2)]
    [InlineData(SignMode.Sequence, 1)]
    public void The_whole_step_returns_whatever_its_mode(SignMode mode, int askedAgain)
    {
        var play = AtThird(mode);

        play.ReturnTo(Chen, "b", ResumeMode.StraightBack);
        Assert.Equal([Zhang], play.Waiting);
        play.Approve(Zhang);

        Assert.Equal(askedAgain, play.Waiting.Count);
        Assert.Equal(Chen, play.Waiting[0]);
    }

    [Fact]
    public void An_approval_undone_by_a_return_does_not_count_as_an_earlier_one()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c") with { IfRepeated = RepeatPolicy.SkipApproved }, Draw.Approval("d")))
            .With("a", Gao).With("b", Zhang).With("c", Zhang).With("d", Wu).Start();
        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.Equal([Wu], play.Waiting);

        play.ReturnTo(Wu, "b", ResumeMode.InOrder);
        play.With("b", Sun);
        Assert.Equal([Zhang], play.Waiting);
    }

    [Fact]
    public void Straight_returns_nest_and_each_comes_back_to_the_step_that_made_it()
    {
        var play = AtThird();
        play.ReturnTo(Chen, "b", ResumeMode.StraightBack);
        play.ReturnTo(Zhang, "a", ResumeMode.StraightBack);
        Assert.Equal([Gao], play.Waiting);

        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);
        play.Approve(Zhang);

        Assert.Equal([Chen, Wu], play.Waiting);
    }

    [Fact]
    public void In_order_on_the_way_of_a_straight_one_ends_that()
    {
        var play = AtThird();
        play.ReturnTo(Chen, "b", ResumeMode.StraightBack);

        play.ReturnTo(Zhang, "a", ResumeMode.InOrder);
        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);
        play.Approve(Zhang);

        Assert.Equal([Chen, Wu], play.Waiting);
        Assert.All(play.State!.Returns, one => Assert.NotEqual(0, one.EndedBy));
    }

    [Fact]
    public void A_rejection_by_the_target_goes_its_way_and_every_return_behind_it_is_over()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("x"), Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c"), Draw.End()],
            [
                .. Draw.Chain(Draw.Start(), Draw.Approval("x"), Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c"), Draw.End()),
                Draw.Arrow("a", "x", "rejected"),
            ])).With("x", Sun).With("a", Gao).With("b", Zhang).With("c", Chen).Start();
        play.Approve(Sun);
        play.Approve(Gao);
        play.Approve(Zhang);
        play.ReturnTo(Chen, "b", ResumeMode.StraightBack);
        play.ReturnTo(Zhang, "a", ResumeMode.StraightBack);

        play.Reject(Gao);

        Assert.Equal([Sun], play.Waiting);
        Assert.All(play.State!.Returns, one => Assert.NotEqual(0, one.EndedBy));
        foreach (var person in (Guid[])[Sun, Gao, Zhang, Chen])
        {
            play.Approve(person);
        }

        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void A_step_asked_by_a_straight_return_cannot_return_to_what_lies_behind_it()
    {
        var play = AtThird();
        play.ReturnTo(Chen, "a", ResumeMode.StraightBack);

        var targets = ReturnTargets.Of(play.Workflow, play.State!, play.OpenItemOf(Gao).Visit);

        Assert.Equal([null], targets);
        Assert.Equal("return.target", play.Refuse(new CompleteWorkItem(play.OpenItemOf(Gao).Number, Gao, WorkItemDecision.Return, "no") { To = "b" }).Code);
    }

    [Fact]
    public void In_a_loop_the_last_passage_is_the_target()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c"), Draw.End()],
            [.. Draw.Chain(Draw.Start(), Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c"), Draw.End()), Draw.Arrow("b", "a", "rejected")]))
            .With("a", Gao).With("b", Zhang).With("c", Chen).Start();
        play.Approve(Gao);
        play.Reject(Zhang);
        play.Approve(Gao);
        play.Approve(Zhang);

        play.ReturnTo(Chen, "a", ResumeMode.InOrder);

        Assert.Equal(["submit", "a", "b", "a"], play.State!.Path.Select(visit => visit.ActivityId));
        Assert.Equal([Gao], play.Waiting);
    }

    [Theory]
    [InlineData(ReturnTarget.Initiator, null)]
    [InlineData(ReturnTarget.Previous, "b")]
    public void A_step_may_say_where_its_returns_go(ReturnTarget target, string? step)
    {
        var play = AtThird(SignMode.All, new StepActions { ReturnTo = [target] });

        Assert.Equal([step], ReturnTargets.Of(play.Workflow, play.State!, play.OpenItemOf(Chen).Visit));
        Assert.Equal("return.target", play.Refuse(new CompleteWorkItem(play.OpenItemOf(Chen).Number, Chen, WorkItemDecision.Return, "no") { To = "a" }).Code);
    }

    [Fact]
    public void A_step_may_decide_how_a_return_goes_on()
    {
        var play = AtThird(SignMode.All, new StepActions { Resume = ResumeRule.StraightBack });

        play.ReturnTo(Chen, "a", ResumeMode.InOrder);
        play.Approve(Gao);

        Assert.Equal([Chen, Wu], play.Waiting);
    }

    [Theory]
    [InlineData(false, "c")]
    [InlineData(true, "a")]
    public void A_straight_return_goes_in_order_after_all_where_the_record_was_changed_and_the_step_says_so(bool changed, string at)
    {
        var play = AtThird(SignMode.All, new StepActions { IfChanged = ChangedRule.AskAgain });
        play.Return(Chen, ResumeMode.StraightBack);

        play.Accept(new Resubmit(Lin, null, changed));

        Assert.Equal([at], play.At);
    }

    [Fact]
    public void A_step_that_passed_by_itself_is_no_target()
    {
        var play = new Play(Draw.Row(Draw.Approval("a") with { IfNoSigner = NoSignerPolicy.Approve }, Draw.Approval("b"))).With("b", Zhang).Start();

        Assert.Equal([null], ReturnTargets.Of(play.Workflow, play.State!, play.OpenItemOf(Zhang).Visit));
    }
}
