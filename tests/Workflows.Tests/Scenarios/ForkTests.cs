using Workflows.Activities.End;
using Workflows.Activities.Join;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class ForkTests
{
    private static Play Forked(JoinMode mode = JoinMode.All, int? count = null) => new Play(Draw.Forked(
            Draw.Join("join", mode, count),
            [[Draw.Approval("a")], [Draw.Approval("b")], [Draw.Approval("c")]],
            Draw.Approval("z")))
        .With("a", Gao).With("b", Zhang).With("c", Chen).With("z", Sun).Start();

    [Fact]
    public void All_branches_are_asked_at_once_and_the_join_waits_for_all()
    {
        var play = Forked();
        Assert.Equal([Gao, Zhang, Chen], play.Waiting);

        play.Approve(Chen);
        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);
        play.Approve(Zhang);

        Assert.Equal([Sun], play.Waiting);
    }

    [Fact]
    public void A_join_of_any_goes_on_with_the_first_and_closes_the_others_as_not_needed()
    {
        var play = Forked(JoinMode.Any);

        var events = play.Approve(Zhang);

        Assert.Equal([Sun], play.Waiting);
        Assert.Equal([WorkItemCloseReason.NotNeeded, WorkItemCloseReason.NotNeeded], events.OfType<WorkItemClosed>().Select(closed => closed.Reason));
    }

    [Fact]
    public void A_join_of_a_number_goes_on_with_that_many()
    {
        var play = Forked(JoinMode.Count, 2);
        play.Approve(Zhang);
        Assert.Equal([Gao, Chen], play.Waiting);

        play.Approve(Gao);

        Assert.Equal([Sun], play.Waiting);
    }

    [Fact]
    public void A_rejection_in_a_branch_without_a_way_ends_the_instance()
    {
        var play = Forked();

        play.Reject(Zhang);

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
        Assert.Empty(play.Waiting);
    }

    [Fact]
    public void Branches_whose_condition_does_not_hold_are_not_taken_and_not_waited_for()
    {
        var play = Conditional().Where("fork/one", false).Where("fork/two").Start();
        Assert.Equal([Zhang], play.Waiting);

        play.Approve(Zhang);

        Assert.Equal([Sun], play.Waiting);
    }

    [Fact]
    public void Without_any_branch_the_way_for_none_is_taken()
    {
        var play = Conditional().Start();

        Assert.Equal([Sun], play.Waiting);
    }

    [Fact]
    public void A_branch_that_ended_is_not_waited_for()
    {
        var play = WithEnd(EndResult.Approved).Start();

        play.Approve(Gao);
        Assert.Equal(InstanceStatus.Running, play.State!.Status);
        play.Approve(Zhang);

        Assert.Equal([Sun], play.Waiting);
    }

    [Fact]
    public void A_number_that_cannot_be_reached_any_more_is_not_waited_for()
    {
        var play = WithEnd(EndResult.Approved, JoinMode.Count, 2).Start();
        play.Approve(Zhang);
        Assert.Equal([Gao], play.Waiting);

        play.Approve(Gao);

        Assert.Equal([Sun], play.Waiting);
    }

    [Fact]
    public void An_end_that_rejects_ends_the_instance_from_inside_a_branch()
    {
        var play = WithEnd(EndResult.Rejected).Start();

        play.Approve(Gao);

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
        Assert.Empty(play.Waiting);
    }

    [Fact]
    public void The_end_of_the_last_branch_ends_the_instance()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Fork("fork", "one", "two"), Draw.Approval("a"), Draw.Approval("b"), Draw.End("e1"), Draw.End("e2")],
            [
                Draw.Arrow("submit", "fork"), Draw.Arrow("fork", "a", "one"), Draw.Arrow("fork", "b", "two"),
                Draw.Arrow("a", "e1", "approved"), Draw.Arrow("b", "e2", "approved"),
            ])).With("a", Gao).With("b", Zhang).Start();
        play.Approve(Gao);
        Assert.Equal(InstanceStatus.Running, play.State!.Status);

        play.Approve(Zhang);

        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void The_order_of_drawing_decides_nothing_all_branches_run_before_a_join_goes_on()
    {
        // The first branch is at the join at once; the second one still says what it has to say.
        var play = new Play(Draw.Forked(Draw.Join("join", JoinMode.Any), [[Draw.Notify("n1")], [Draw.Notify("n2"), Draw.Notify("n3")]])).With("n3", Wu).Start();

        Assert.Equal([Wu], play.Events.OfType<NotificationRequested>().Single().To);
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Forks_nest_and_each_join_waits_for_its_own()
    {
        var play = new Play(Draw.Workflow(
            [
                Draw.Start(), Draw.Fork("outer", "one", "two"), Draw.Fork("inner", "one", "two"),
                Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c"), Draw.Join("j1"), Draw.Approval("d"), Draw.Join("j2"), Draw.End(),
            ],
            [
                Draw.Arrow("submit", "outer"), Draw.Arrow("outer", "inner", "one"), Draw.Arrow("outer", "c", "two"),
                Draw.Arrow("inner", "a", "one"), Draw.Arrow("inner", "b", "two"),
                Draw.Arrow("a", "j1", "approved"), Draw.Arrow("b", "j1", "approved"), Draw.Arrow("j1", "d"), Draw.Arrow("d", "j2", "approved"), Draw.Arrow("c", "j2", "approved"),
                Draw.Arrow("j2", "end"),
            ])).With("a", Gao).With("b", Zhang).With("c", Chen).With("d", Wu).Start();

        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.Equal([Chen, Wu], play.Waiting);
        play.Approve(Chen);
        play.Approve(Wu);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    private static Play Conditional() => new Play(Draw.Workflow(
            [Draw.Start(), Draw.Fork("fork", "one?", "two?"), Draw.Approval("a"), Draw.Approval("b"), Draw.Join("join"), Draw.Approval("z"), Draw.End()],
            [
                Draw.Arrow("submit", "fork"), Draw.Arrow("fork", "a", "one"), Draw.Arrow("fork", "b", "two"), Draw.Arrow("fork", "z", "none"),
                Draw.Arrow("a", "join", "approved"), Draw.Arrow("b", "join", "approved"), Draw.Arrow("join", "z"), Draw.Arrow("z", "end", "approved"),
            ]))
        .With("a", Gao).With("b", Zhang).With("z", Sun);

    /// <summary>The branch of Gao leads to an end, that of Zhang to the join.</summary>
    private static Play WithEnd(EndResult result, JoinMode mode = JoinMode.All, int? count = null) => new Play(Draw.Workflow(
            [Draw.Start(), Draw.Fork("fork", "one", "two"), Draw.Approval("a"), Draw.Approval("b"), Draw.End("stop", result), Draw.Join("join", mode, count), Draw.Approval("z"), Draw.End()],
            [
                Draw.Arrow("submit", "fork"), Draw.Arrow("fork", "a", "one"), Draw.Arrow("fork", "b", "two"),
                Draw.Arrow("a", "stop", "approved"), Draw.Arrow("b", "join", "approved"), Draw.Arrow("join", "z"), Draw.Arrow("z", "end", "approved"),
            ]))
        .With("a", Gao).With("b", Zhang).With("z", Sun);
}
