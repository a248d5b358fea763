using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class DeadlineTests
{
    private static Play Asked(params DeadlineTier[] tiers) => Asked(false, tiers);

    private static Play Asked(bool runsWhileHeld, params DeadlineTier[] tiers) =>
        new Play(Draw.Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h", tiers) with { RunsWhileHeld = runsWhileHeld } })).With("a", Gao).Start();

    [Fact]
    public void Each_item_has_its_own_clock_from_its_opening()
    {
        var play = new Play(Draw.Row(Draw.Approval("a", SignMode.Sequence) with { Deadline = Draw.Deadline("8h") })).With("a", Gao, Zhang).Start();
        var first = play.OpenItemOf(Gao).DueAt!.Value;
        play.Approve(Gao);

        Assert.Equal(first + TimeSpan.FromHours(1), play.OpenItemOf(Zhang).DueAt);
    }

    [Fact]
    public void The_tiers_are_a_ladder_of_which_only_the_next_is_waited_for()
    {
        var play = Asked(Draw.Tier(TierAct.Tell, TierMoment.Late, "4h"), Draw.Tier(TierAct.Remind, TierMoment.Before, "2h"), Draw.Tier(TierAct.Remind, TierMoment.Opened, "1h"));
        var opened = play.OpenItemOf(Gao).OpenedAt;
        Assert.Equal(opened + TimeSpan.FromHours(1), Assert.Single(play.State!.Waits).DueAt);

        play.Fire("a");
        Assert.Equal(opened + TimeSpan.FromHours(6), Assert.Single(play.State.Waits).DueAt);
        play.Fire("a");
        Assert.Equal(opened + TimeSpan.FromHours(12), Assert.Single(play.State.Waits).DueAt);
        play.Fire("a");

        Assert.Empty(play.State.Waits);
        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void Reminding_reaches_the_holder_and_telling_the_manager_of_the_holder()
    {
        var play = Asked(Draw.Tier(TierAct.Remind), Draw.Tier(TierAct.Tell, TierMoment.Late, "1h"));
        play.Manager = Zhang;

        Assert.Equal((Gao, NotificationKind.Reminder), Told(play.Fire("a")));
        Assert.Equal((Zhang, NotificationKind.Late), Told(play.Fire("a")));

        static (Guid, NotificationKind) Told(IReadOnlyList<WorkflowEvent> events) => events.OfType<NotificationRequested>().Select(told => (told.To.Single(), told.Kind)).Single();
    }

    [Fact]
    public void Reassigning_gives_the_item_to_the_first_who_is_not_asked_already_and_keeps_the_clock()
    {
        var play = new Play(Draw.Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h", Draw.Tier(TierAct.Reassign) with { To = Draw.AnyRule }) })).With("a", Gao, Zhang).Start();
        var due = play.OpenItemOf(Gao).DueAt;
        play.With("a", Gao, Zhang, Wu);

        play.Fire("a");

        Assert.Equal([Wu, Zhang], play.Waiting);
        Assert.Equal(due, play.OpenItemOf(Wu).DueAt);
    }

    [Fact]
    public void Reassigning_to_nobody_leaves_the_item_where_it_is()
    {
        var play = Asked(Draw.Tier(TierAct.Reassign));

        play.Fire("a");

        Assert.Equal([Gao], play.Waiting);
    }

    [Theory]
    [InlineData(TierAct.Approve, InstanceStatus.Completed)]
    [InlineData(TierAct.Reject, InstanceStatus.Rejected)]
    public void A_tier_decides_by_itself(TierAct act, InstanceStatus status)
    {
        var play = Asked(Draw.Tier(act));

        var completed = play.Fire("a").OfType<WorkItemCompleted>().Single();

        Assert.True(completed.ByDeadline);
        Assert.Equal(status, play.State!.Status);
    }

    [Fact]
    public void A_tier_completes_a_task_by_its_first_button()
    {
        var step = Draw.FillIn("f", "ok", "again") with { Deadline = Draw.Deadline("8h", Draw.Tier(TierAct.Approve)) };
        var play = new Play(Draw.Workflow(
            [Draw.Start(), step, Draw.Approval("z"), Draw.End()],
            [Draw.Arrow("submit", "f"), Draw.Arrow("f", "end", "ok"), Draw.Arrow("f", "z", "again"), Draw.Arrow("z", "end", "approved")])).With("f", Gao).With("z", Sun).Start();

        play.Fire("f");

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void A_decided_item_waits_for_nothing_any_more()
    {
        var play = Asked(Draw.Tier(TierAct.Remind));
        var wait = play.WaitAt("a").Number;
        play.Approve(Gao);

        Assert.Equal("instance.wrong-status", play.Refuse(new FireWait(wait)).Code);
    }

    [Fact]
    public void A_wait_is_used_once()
    {
        var play = Asked(Draw.Tier(TierAct.Remind));
        var wait = play.WaitAt("a").Number;
        play.Fire("a");

        Assert.Equal("wait.used", play.Refuse(new FireWait(wait)).Code);
        Assert.Equal("wait.used", play.Refuse(new FireWait(99)).Code);
    }

    [Fact]
    public void Transferring_keeps_the_clock()
    {
        var play = Asked(Draw.Tier(TierAct.Remind));
        var due = play.OpenItemOf(Gao).DueAt;

        play.Transfer(Gao, Wu);

        Assert.Equal(due, play.OpenItemOf(Wu).DueAt);
        Assert.Equal(due, play.WaitAt("a").DueAt);
    }

    [Fact]
    public void Suspending_stops_all_clocks_and_due_moments_move_by_that()
    {
        var play = Asked(Draw.Tier(TierAct.Remind));
        var due = play.OpenItemOf(Gao).DueAt!.Value;
        play.Accept(new SuspendInstance(Admin, "looked into"));
        Assert.Empty(play.State!.Waits);

        play.Accept(new ResumeInstance(Admin, null));

        Assert.Equal(due + TimeSpan.FromHours(1), play.OpenItemOf(Gao).DueAt);
        Assert.Equal(due + TimeSpan.FromHours(1), play.WaitAt("a").DueAt);
    }

    [Fact]
    public void The_clock_of_a_delegated_item_stands_still_unless_the_step_says_otherwise()
    {
        var still = Asked(Draw.Tier(TierAct.Remind));
        var due = still.OpenItemOf(Gao).DueAt!.Value;
        still.Delegate(Gao, Wu);
        Assert.Equal(still.OpenItemOf(Wu).Number, Assert.Single(still.State!.Waits).WorkItem);
        still.Approve(Wu);
        Assert.Equal(due + TimeSpan.FromHours(1), still.OpenItemOf(Gao).DueAt);

        var runs = Asked(true, Draw.Tier(TierAct.Remind));
        due = runs.OpenItemOf(Gao).DueAt!.Value;
        runs.Delegate(Gao, Wu);
        Assert.Equal(2, runs.State!.Waits.Count);
        runs.Approve(Wu);
        Assert.Equal(due, runs.OpenItemOf(Gao).DueAt);
    }

    [Fact]
    public void A_tier_that_would_decide_a_held_item_is_kept_until_the_item_is_open()
    {
        var play = Asked(true, Draw.Tier(TierAct.Approve));
        play.Delegate(Gao, Wu);
        var wait = play.State!.Waits.Single(wait => wait.WorkItem == 1);
        play.Accept(new FireWait(wait.Number));
        Assert.Equal(HeldFor.Delegate, play.ItemOf(Gao).HeldFor);

        play.Approve(Wu);

        // Its moment has passed: whoever waits for moments comes at once.
        Assert.Equal(wait.DueAt, play.WaitAt("a").DueAt);
        play.Fire("a");
        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void A_calendar_without_a_due_moment_is_an_incident_before_anybody_is_asked()
    {
        var play = new Play(Draw.Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h") })).With("a", Gao);
        play.BrokenPrefixes.Add("due:");
        play.Start();
        Assert.Equal("test.broken", play.State!.Incidents.Single().Incident!.Code);
        Assert.Empty(play.Waiting);

        play.BrokenPrefixes.Clear();
        play.Accept(new RetryIncident(Admin, play.State.Incidents.Single().Number));

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void A_clock_that_cannot_be_set_again_is_an_incident_and_the_item_stays()
    {
        var play = Asked(Draw.Tier(TierAct.Remind));
        play.Accept(new SuspendInstance(Admin, "looked into"));
        play.BrokenPrefixes.Add("shift:");
        play.Accept(new ResumeInstance(Admin, null));
        Assert.Equal([Gao], play.Waiting);
        Assert.Empty(play.State!.Waits);

        play.BrokenPrefixes.Clear();
        play.Accept(new RetryIncident(Admin, play.State.Incidents.Single().Number));

        Assert.Single(play.State.Waits);
        Assert.Empty(play.State.Incidents);
    }
}
