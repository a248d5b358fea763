using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class AdministratorTests
{
    private static Play Row() => new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c"))).With("a", Gao).With("b", Zhang).With("c", Chen).Start();

    private static Play Forked() => new Play(Draw.Forked(Draw.Join("join"), [[Draw.Approval("a"), Draw.Approval("b")], [Draw.Approval("c")]], Draw.Approval("z")))
        .With("a", Gao).With("b", Zhang).With("c", Chen).With("z", Sun).Start();

    [Fact]
    public void Reassigning_gives_an_item_to_somebody_else_whatever_the_step_says()
    {
        var play = new Play(Draw.Row(Draw.Approval("a") with { Actions = new StepActions { Transfer = TransferRule.Off } })).With("a", Gao).Start();
        Assert.Equal("step.not-allowed", play.Refuse(new TransferWorkItem(1, Gao, Wu, null)).Code);

        play.Accept(new ReassignWorkItem(1, Admin, Wu, "has left"));

        Assert.Equal([Wu], play.Waiting);
    }

    [Fact]
    public void A_revise_item_can_be_reassigned_and_its_new_holder_resubmits()
    {
        var play = Row();
        play.Return(Gao);
        play.Accept(new ReassignWorkItem(play.OpenItemOf(Lin).Number, Admin, Wu, "has left"));
        Assert.Equal("instance.not-initiator", play.Refuse(new Resubmit(Lin, null)).Code);

        play.Accept(new Resubmit(Wu, null));

        Assert.Equal([Gao], play.Waiting);
    }

    [Theory]
    [InlineData("c", "c")]
    [InlineData("a", "a")]
    public void Jumping_closes_everything_and_goes_on_there(string to, string at)
    {
        var play = Row();

        play.Accept(new JumpTo(Admin, to, "stuck"));

        Assert.Equal([at], play.At);
        Assert.Equal(WorkItemCloseReason.Jumped, play.State!.FindWorkItem(1)!.CloseReason);
    }

    [Fact]
    public void Jumping_into_a_fork_is_refused_and_out_of_it_closes_all_branches()
    {
        var play = Forked();
        Assert.Equal("jump.into-fork", play.Refuse(new JumpTo(Admin, "b", "stuck")).Code);
        Assert.Equal("jump.unknown", play.Refuse(new JumpTo(Admin, "nowhere", "stuck")).Code);

        play.Accept(new JumpTo(Admin, "z", "stuck"));

        Assert.Equal([Sun], play.Waiting);
    }

    [Fact]
    public void One_token_moves_within_its_branch()
    {
        var play = Forked();
        var visit = play.OpenItemOf(Gao).Visit;
        Assert.Equal("jump.other-branch", play.Refuse(new JumpTo(Admin, "z", "stuck", visit)).Code);

        play.Accept(new JumpTo(Admin, "b", "stuck", visit));

        Assert.Equal([Zhang, Chen], play.Waiting.Order());
    }

    [Fact]
    public void A_step_asked_by_a_straight_return_moves_only_to_where_somebody_acts_and_the_return_comes_back_from_there()
    {
        var play = Row();
        play.Approve(Gao);
        play.Approve(Zhang);
        play.ReturnTo(Chen, "b", ResumeMode.StraightBack);
        var visit = play.OpenItemOf(Zhang).Visit;
        Assert.Equal("jump.on-return", play.Refuse(new JumpTo(Admin, "end", "stuck", visit)).Code);

        play.Accept(new JumpTo(Admin, "a", "stuck", visit));
        play.Approve(Gao);

        Assert.Equal([Chen], play.Waiting);
    }

    [Fact]
    public void A_returned_instance_that_is_moved_runs_again()
    {
        var play = Row();
        play.Return(Gao);

        play.Accept(new JumpTo(Admin, "c", "stuck"));

        Assert.Equal(InstanceStatus.Running, play.State!.Status);
        Assert.Equal([Chen], play.Waiting);
    }

    [Fact]
    public void Nothing_can_be_decided_while_suspended_and_the_initiator_cannot_withdraw()
    {
        var play = Row();
        play.Accept(new SuspendInstance(Admin, "looked into"));

        Assert.Equal("instance.wrong-status", play.Refuse(new CompleteWorkItem(1, Gao, WorkItemDecision.Approve, null)).Code);
        Assert.Equal("instance.wrong-status", play.Refuse(new Withdraw(Lin, null)).Code);
        play.Accept(new ResumeInstance(Admin, null));
        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_returned_instance_is_suspended_and_is_returned_again_afterwards(bool cancelled)
    {
        var play = Row();
        play.Return(Gao);
        play.Accept(new SuspendInstance(Admin, "looked into"));
        if (cancelled)
        {
            play.Accept(new CancelInstance(Admin, "a mistake"));
            Assert.Empty(play.Waiting);
            return;
        }

        play.Accept(new ResumeInstance(Admin, null));

        Assert.Equal(InstanceStatus.Returned, play.State!.Status);
        play.Resubmit();
        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void Trying_again_where_nothing_is_wrong_is_refused() => Assert.Equal("incident.none", Row().Refuse(new RetryIncident(Admin, 2)).Code);

    [Fact]
    public void An_incident_leaves_other_branches_going_on()
    {
        var play = new Play(Draw.Forked(Draw.Join("join"), [[Draw.Compute("c")], [Draw.Approval("a"), Draw.Approval("b")]])).With("a", Gao).With("b", Zhang);
        play.Broken.Add("formula:c");
        play.Start();
        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.Equal(["c", "join"], play.At);

        play.Broken.Clear();
        play.Accept(new RetryIncident(Admin, play.State!.Incidents.Single().Number));

        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void What_an_administrator_does_needs_a_reason(string reason)
    {
        var play = Row();

        Assert.Equal("comment.required", play.Refuse(new ReassignWorkItem(1, Admin, Wu, reason)).Code);
        Assert.Equal("comment.required", play.Refuse(new JumpTo(Admin, "c", reason)).Code);
        Assert.Equal("comment.required", play.Refuse(new CancelInstance(Admin, reason)).Code);
        Assert.Equal("comment.required", play.Refuse(new SuspendInstance(Admin, reason)).Code);
    }
}
