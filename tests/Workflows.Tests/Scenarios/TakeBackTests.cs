using Workflows.Activities.Approval;
using Workflows.Activities.Join;
using Workflows.Activities.Mail;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class TakeBackTests
{
    private static Play Row(params ActivityDefinition[] steps) => new Play(Draw.Row(steps)).With("a", Gao).With("b", Zhang).With("c", Chen);

    private static string Refused(StepResult result) => Assert.IsType<Refused>(result).Code;

    [Fact]
    public void A_decision_is_taken_back_while_nobody_has_acted_on_it()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b")).Start();
        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal([Gao], play.Waiting);
        Assert.Equal(["submit", "a"], play.State!.Path.Select(visit => visit.ActivityId));
    }

    [Fact]
    public void Not_once_the_next_has_decided_nor_passed_the_item_on()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c")).Start();
        play.Approve(Gao);
        play.Transfer(Zhang, Wu);
        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao)));
        play.Approve(Wu);
        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao)));
    }

    [Fact]
    public void Not_once_the_next_has_added_a_signer()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b")).Start();
        play.Approve(Gao);
        play.Add(Zhang, AddedPlace.Beside, Wu);

        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao)));
    }

    [Fact]
    public void What_was_acted_on_and_taken_back_can_be_taken_back_in_turn()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c")).Start();
        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.IsType<Accepted>(play.TakeBack(Zhang));

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void A_rejection_that_ended_the_instance_can_be_taken_back()
    {
        var play = Row(Draw.Approval("a", SignMode.All)).With("a", Gao, Zhang).Start();
        play.Reject(Gao);
        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal(InstanceStatus.Running, play.State.Status);
        Assert.Null(play.State.EndedAt);
        Assert.Equal([Gao, Zhang], play.Waiting);
    }

    [Fact]
    public void After_an_end_was_taken_back_the_decision_before_it_can_be_as_well()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b")).Start();
        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.IsType<Accepted>(play.TakeBack(Zhang));

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void An_approval_beside_a_branch_that_has_gone_on_can_be_taken_back()
    {
        var play = Forked();
        play.Approve(Gao);
        play.Approve(Chen);

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal([Gao, Zhang], play.Waiting.Order());
    }

    [Fact]
    public void An_approval_that_let_a_join_go_on_can_be_taken_back_by_who_gave_it_last_and_not_by_the_other()
    {
        var play = Forked();
        play.Approve(Gao);
        play.Approve(Chen);
        play.Approve(Zhang);
        Assert.Equal([Wu], play.Waiting);

        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao)));
        Assert.IsType<Accepted>(play.TakeBack(Zhang));

        Assert.Equal([Zhang], play.Waiting);
        Assert.Contains("join", play.At);
    }

    [Theory]
    [InlineData("set", true)]
    [InlineData("mail", true)]
    [InlineData("call", true)]
    [InlineData("children", true)]
    [InlineData("compute", true)]
    [InlineData("notify", false)]
    [InlineData("decision", false)]
    public void What_cannot_be_undone_keeps_a_decision_from_being_taken_back(string what, bool stands)
    {
        ActivityDefinition step = what switch
        {
            "set" => Draw.SetField("s", "region", "east"),
            "mail" => new MailActivity { Id = "s", Label = "Mail", To = Draw.AnyRule, Subject = "s", Text = "t" },
            "call" => Draw.Call("s"),
            "children" => Draw.SubWorkflow("s"),
            "compute" => Draw.Compute("s"),
            "decision" => Draw.Decision("s"),
            _ => Draw.Notify("s"),
        };
        var arrows = what == "decision"
            ? (TransitionDefinition[])[Draw.Arrow("s", "b", "true"), Draw.Arrow("s", "end", "false")]
            : [Draw.Arrow("s", "b", Draw.GoodOutcome(step))];
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("a"), step, Draw.Approval("b"), Draw.End()],
            [Draw.Arrow("submit", "a"), Draw.Arrow("a", "s", "approved"), .. arrows, Draw.Arrow("b", "end", "approved")])).With("a", Gao).With("b", Zhang).Where("s").Start();
        play.Approve(Gao);

        Assert.Equal(stands, play.TakeBack(Gao) is Refused);
    }

    [Fact]
    public void A_timer_that_was_given_up_keeps_a_rejection_from_being_taken_back()
    {
        var play = new Play(Draw.Forked(Draw.Join("join"), [[Draw.Approval("a")], [Draw.WaitFor("w", "5h")]])).With("a", Gao).Start();
        play.Reject(Gao);

        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao)));
    }

    [Fact]
    public void A_changed_record_and_a_step_whose_decisions_stand_refuse()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b")).Start();
        play.Approve(Gao);
        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao, changed: true)));

        var firm = Row(Draw.Approval("a") with { Actions = new StepActions { DecisionsStand = true } }, Draw.Approval("b")).Start();
        firm.Approve(Gao);
        Assert.Equal("step.not-allowed", Refused(firm.TakeBack(Gao)));
    }

    [Fact]
    public void Only_whoever_decided_takes_it_back_and_nobody_what_a_deadline_decided()
    {
        var play = Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h", Draw.Tier(TierAct.Approve)) }, Draw.Approval("b")).Start();
        play.Fire("a");
        Assert.Equal([Zhang], play.Waiting);

        Assert.Equal("decision.not-yours", play.Refuse(new TakeBackDecision(1, Gao)).Code);
        play.Approve(Zhang);
        Assert.Equal("decision.not-yours", play.Refuse(new TakeBackDecision(2, Gao)).Code);
    }

    [Theory]
    [InlineData(ResumeMode.InOrder)]
    [InlineData(ResumeMode.StraightBack)]
    public void A_return_is_taken_back_before_it_was_acted_on(ResumeMode resume)
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b", SignMode.All)).With("b", Zhang, Wu).Start();
        play.Approve(Gao);
        var before = play.State!.Path.Select(visit => (visit.Number, visit.LeftAt)).ToList();
        play.ReturnTo(Zhang, "a", resume);

        Assert.IsType<Accepted>(play.TakeBack(Zhang));

        Assert.Equal([Zhang, Wu], play.Waiting);
        Assert.Equal(before, play.State.Path.Select(visit => (visit.Number, visit.LeftAt)));
        Assert.Empty(play.State.Returns);
    }

    [Fact]
    public void A_return_to_the_initiator_is_taken_back_before_the_resubmission()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b")).Start();
        play.Approve(Gao);
        play.Return(Zhang);

        Assert.IsType<Accepted>(play.TakeBack(Zhang));

        Assert.Equal(InstanceStatus.Running, play.State!.Status);
        Assert.Equal([Zhang], play.Waiting);
    }

    [Fact]
    public void A_wait_that_was_over_while_a_return_held_it_is_acted_on_when_the_return_is_taken_back()
    {
        var play = new Play(Draw.Forked(Draw.Join("join", JoinMode.Any), [[Draw.Approval("a")], [Draw.WaitForEvent("w")]])).With("a", Gao).Start();
        play.Return(Gao, ResumeMode.StraightBack);
        play.Fire("w");
        Assert.Equal(InstanceStatus.Returned, play.State!.Status);

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void An_approval_whose_step_stands_still_for_the_return_of_another_branch_is_not_taken_back()
    {
        var play = Forked();
        play.Approve(Gao);
        play.Return(Chen, ResumeMode.StraightBack);

        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao)));
    }

    [Fact]
    public void What_an_administrator_has_moved_or_migrated_since_is_not_taken_back()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b")).Start();
        play.Approve(Gao);
        play.Accept(new SuspendInstance(Admin, "looked into"));
        play.Accept(new ResumeInstance(Admin, null));

        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Gao)));
    }

    [Fact]
    public void Advice_is_taken_back_until_the_holder_has_acted()
    {
        var play = Row(Draw.Approval("a"), Draw.Approval("b")).Start();
        play.Delegate(Gao, Wu);
        play.Approve(Wu);

        Assert.IsType<Accepted>(play.TakeBack(Wu));

        Assert.Equal([Wu], play.Waiting);
        play.Approve(Wu);
        play.Approve(Gao);
        Assert.Equal("decision.acted-on", Refused(play.TakeBack(Wu)));
    }

    [Fact]
    public void The_clock_of_an_item_runs_on_when_its_decision_was_taken_back()
    {
        var play = Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h", Draw.Tier(TierAct.Remind)) }, Draw.Approval("b")).Start();
        var due = play.WaitAt("a").DueAt;
        play.Approve(Gao);
        Assert.Empty(play.State!.Waits);

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal(due, play.WaitAt("a").DueAt);
    }

    [Fact]
    public void Reading_a_copy_is_no_act()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Notify("n") with { Copy = true }, Draw.Approval("b"))).With("a", Gao).With("n", Wu).With("b", Zhang).Start();
        play.Approve(Gao);
        play.Accept(new MarkRead(play.OpenItemOf(Wu).Number, Wu));

        Assert.IsType<Accepted>(play.TakeBack(Gao));

        Assert.Equal([Gao], play.Waiting);
    }

    private static Play Forked() => new Play(Draw.Forked(Draw.Join("join"), [[Draw.Approval("a")], [Draw.Approval("c"), Draw.Approval("b")]], Draw.Approval("z")))
        .With("a", Gao).With("b", Zhang).With("c", Chen).With("z", Wu).Start();
}
