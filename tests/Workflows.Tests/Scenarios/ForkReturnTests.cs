using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

/// <summary>Returns out of and within branches.</summary>
public class ForkReturnTests
{
    /// <summary>x, then a fork: a and b in one branch, c in the other; then z.</summary>
    private static Play Forked(DeadlineTier? tier = null, JoinMode mode = JoinMode.All)
    {
        var c = Draw.Approval("c") with { Deadline = tier is null ? null : Draw.Deadline("8h", tier) };
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("x"), Draw.Fork("fork", "one", "two"), Draw.Approval("a"), Draw.Approval("b"), c, Draw.Join("join", mode), Draw.Approval("z"), Draw.End()],
            [
                Draw.Arrow("submit", "x"), Draw.Arrow("x", "fork", "approved"), Draw.Arrow("fork", "a", "one"), Draw.Arrow("fork", "c", "two"),
                Draw.Arrow("a", "b", "approved"), Draw.Arrow("b", "join", "approved"), Draw.Arrow("c", "join", "approved"), Draw.Arrow("join", "z"), Draw.Arrow("z", "end", "approved"),
            ])).With("x", Sun).With("a", Gao).With("b", Zhang).With("c", Chen).With("z", Wu).Start();
        play.Approve(Sun);
        return play;
    }

    [Theory]
    [InlineData(ResumeMode.InOrder)]
    [InlineData(ResumeMode.StraightBack)]
    public void Within_a_branch_only_that_branch_goes_back(ResumeMode resume)
    {
        var play = Forked();
        play.Approve(Gao);

        play.ReturnTo(Zhang, "a", resume);

        Assert.Equal([Gao, Chen], play.Waiting.Order());
        play.Approve(Chen);
        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.Equal([Wu], play.Waiting);
    }

    [Fact]
    public void In_order_to_before_the_fork_undoes_the_whole_scope()
    {
        var play = Forked();
        play.Approve(Chen);

        var events = play.ReturnTo(Gao, "x", ResumeMode.InOrder);

        Assert.Equal([Sun], play.Waiting);
        Assert.Contains(events, happened => happened is VisitsVoided { Visits.Count: > 3 });
        play.Approve(Sun);
        Assert.Equal([Gao, Chen], play.Waiting);
    }

    [Fact]
    public void Straight_to_before_the_fork_holds_the_others_and_the_join_waits_for_the_branch_to_come_back()
    {
        var play = Forked();
        play.ReturnTo(Gao, "x", ResumeMode.StraightBack);

        Assert.Equal([Sun], play.Waiting);
        Assert.Equal((WorkItemState.Held, HeldFor.Return), (play.ItemOf(Chen).State, play.ItemOf(Chen).HeldFor!.Value));
        Assert.Equal("work-item.not-open", play.Refuse(new CompleteWorkItem(play.ItemOf(Chen).Number, Chen, WorkItemDecision.Approve, null)).Code);

        play.Approve(Sun);
        Assert.Equal([Gao, Chen], play.Waiting.Order());
    }

    [Fact]
    public void What_the_others_have_done_is_kept_by_a_straight_return()
    {
        var play = Forked();
        play.Approve(Chen);
        play.ReturnTo(Gao, "x", ResumeMode.StraightBack);
        play.Approve(Sun);

        play.Approve(Gao);
        play.Approve(Zhang);

        Assert.Equal([Wu], play.Waiting);
    }

    [Fact]
    public void The_deadline_of_a_sibling_stands_still_meanwhile_and_is_later_by_that()
    {
        var play = Forked(Draw.Tier(TierAct.Approve));
        var due = play.OpenItemOf(Chen).DueAt!.Value;
        play.ReturnTo(Gao, "x", ResumeMode.StraightBack);
        Assert.Empty(play.State!.Waits);

        play.Approve(Sun);

        Assert.Equal(due + TimeSpan.FromHours(1), play.OpenItemOf(Chen).DueAt);
        Assert.Equal(due + TimeSpan.FromHours(1), Assert.Single(play.State.Waits).DueAt);
    }

    [Fact]
    public void A_return_of_the_whole_instance_to_its_initiator_and_straight_back_holds_all_branches()
    {
        var play = Forked();
        play.Return(Gao, ResumeMode.StraightBack);
        Assert.Equal([Lin], play.Waiting);

        play.Resubmit();

        Assert.Equal([Gao, Chen], play.Waiting.Order());
    }

    [Fact]
    public void Nested_returns_release_only_what_no_other_return_holds()
    {
        var play = new Play(Draw.Workflow(
            [
                Draw.Start(), Draw.Approval("w"), Draw.Approval("x"), Draw.Fork("fork", "one", "two"), Draw.Approval("a"), Draw.Approval("c"), Draw.Join("join"), Draw.End(),
            ],
            [
                Draw.Arrow("submit", "w"), Draw.Arrow("w", "x", "approved"), Draw.Arrow("x", "fork", "approved"), Draw.Arrow("fork", "a", "one"), Draw.Arrow("fork", "c", "two"),
                Draw.Arrow("a", "join", "approved"), Draw.Arrow("c", "join", "approved"), Draw.Arrow("join", "end"),
            ])).With("w", Wu).With("x", Sun).With("a", Gao).With("c", Chen).Start();
        play.Approve(Wu);
        play.Approve(Sun);
        play.ReturnTo(Gao, "x", ResumeMode.StraightBack);
        play.ReturnTo(Sun, "w", ResumeMode.StraightBack);

        play.Approve(Wu);

        Assert.Equal([Sun], play.Waiting);
        Assert.Equal(HeldFor.Return, play.ItemOf(Chen).HeldFor);
        play.Approve(Sun);
        Assert.Equal([Gao, Chen], play.Waiting.Order());
    }

    [Fact]
    public void A_held_item_is_neither_recalled_nor_passed_on_while_its_step_stands_still()
    {
        var play = Forked();
        play.Delegate(Chen, Admin);
        play.ReturnTo(Gao, "x", ResumeMode.StraightBack);

        Assert.DoesNotContain(WorkItemAct.Recall, WorkItemActs.For(play.Workflow, play.State!, play.ItemOf(Chen)));
        Assert.Equal("step.stands-still", play.Refuse(new RecallWorkItem(play.ItemOf(Chen).Number, Chen)).Code);
        Assert.Equal("work-item.not-open", play.Refuse(new TransferWorkItem(play.ItemOf(Chen).Number, Chen, Lin, null)).Code);
    }

    [Fact]
    public void A_rejection_by_the_target_closes_what_stood_still()
    {
        var play = Forked();
        play.ReturnTo(Gao, "x", ResumeMode.StraightBack);

        play.Reject(Sun);

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
        Assert.DoesNotContain(play.State.WorkItems, item => item.State is WorkItemState.Held or WorkItemState.Open);
    }

    [Fact]
    public void A_join_of_any_that_goes_on_ends_a_return_inside_of_its_branches()
    {
        var play = Forked(mode: JoinMode.Any);
        play.Approve(Gao);
        play.ReturnTo(Zhang, "a", ResumeMode.StraightBack);

        play.Approve(Chen);

        Assert.Equal([Wu], play.Waiting);
        Assert.All(play.State!.Returns, one => Assert.NotEqual(0, one.EndedBy));
    }

    [Fact]
    public void An_incident_in_a_branch_that_stands_still_is_not_tried_again()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("x"), Draw.Fork("fork", "one", "two"), Draw.Approval("a"), Draw.Compute("c"), Draw.Join("join"), Draw.End()],
            [
                Draw.Arrow("submit", "x"), Draw.Arrow("x", "fork", "approved"), Draw.Arrow("fork", "a", "one"), Draw.Arrow("fork", "c", "two"),
                Draw.Arrow("a", "join", "approved"), Draw.Arrow("c", "join"), Draw.Arrow("join", "end"),
            ])).With("x", Sun).With("a", Gao);
        play.Broken.Add("formula:c");
        play.Start();
        play.Approve(Sun);
        play.ReturnTo(Gao, "x", ResumeMode.StraightBack);

        Assert.Equal("step.stands-still", play.Refuse(new RetryIncident(Admin, play.State!.Incidents.Single().Number)).Code);
    }
}
