using Backoffice.Data.Workflows;
using Forms.Definitions.Calendars;
using Microsoft.EntityFrameworkCore;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteDeadlineTests(SqliteShell database) : DeadlineContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresDeadlineTests(PostgresShell database) : DeadlineContract(database), IClassFixture<PostgresShell>;

/// <summary>Deadlines fire by the clock, each tier once, whatever else happens to the instance.</summary>
public abstract class DeadlineContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Due four hours after it was opened.</summary>
    private static WorkflowDefinition Due(params DeadlineTier[] tiers) =>
        Flow.Line("due", Flow.Approval("sign", "gao") with { Deadline = new DeadlineSettings { After = "4bh", Tiers = tiers } });

    [Fact]
    public async Task A_ladder_reminds_tells_reassigns_and_decides_each_once()
    {
        await using var world = await database.OpenAsync(Due(
            new DeadlineTier { When = TierMoment.Late, By = "2bh", Act = TierAct.Approve },
            new DeadlineTier { When = TierMoment.Before, By = "1bh", Act = TierAct.Remind },
            new DeadlineTier { When = TierMoment.Late, By = "1bh", Act = TierAct.Reassign },
            new DeadlineTier { When = TierMoment.Late, Act = TierAct.Tell, To = [new PersonRule { Person = "chen" }] },
            new DeadlineTier { When = TierMoment.Opened, By = "1bh", Act = TierAct.Remind }));
        var instance = await world.SubmitAsync();
        Assert.Equal(world.Time.GetUtcNow() + TimeSpan.FromHours(4), (await world.ItemAsync(instance, "gao")).DueAt);

        await world.AdvanceAsync(TimeSpan.FromHours(1));
        await world.RunAsync();
        Assert.Equal(["Waits for you: sign"], await world.ToldAsync("gao"));
        Assert.Single(await world.WaitsAsync(instance));
        await world.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, (await world.ToldAsync("gao")).Count);
        await world.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["Late: sign"], await world.ToldAsync("chen"));
        await world.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["sign is late and was given to you"], await world.ToldAsync("hu"));
        await world.ItemAsync(instance, "hu");
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
        Assert.Equal([4, 1, 3, 2, 0], (await world.EventsAsync(instance)).OfType<TierReached>().Select(reached => reached.Tier));
        Assert.True((await world.EventsAsync(instance)).OfType<WorkItemCompleted>().Single().ByDeadline);
    }

    [Fact]
    public async Task Tiers_that_passed_while_nothing_ran_are_made_up_for_in_their_order()
    {
        await using var world = await database.OpenAsync(Due(
            new DeadlineTier { Act = TierAct.Remind },
            new DeadlineTier { By = "1bh", Act = TierAct.Reassign },
            new DeadlineTier { By = "2bh", Act = TierAct.Reject }));
        var instance = await world.SubmitAsync();

        await world.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal([0, 1, 2], (await world.EventsAsync(instance)).OfType<TierReached>().Select(reached => reached.Tier));
        Assert.Equal(InstanceStatus.Rejected, await world.StatusAsync(instance));
        Assert.Equal("rejected", (await world.RecordAsync(instance))["status"]);
    }

    [Fact]
    public async Task A_suspended_instance_is_not_late_and_has_its_time_left_when_it_goes_on()
    {
        await using var world = await database.OpenAsync(Due(new DeadlineTier { Act = TierAct.Reject }));
        var instance = await world.SubmitAsync();
        await world.AdvanceAsync(TimeSpan.FromHours(3));
        await world.AdministerAsync((administration, actor) => administration.SuspendAsync(actor, instance, "Checked", None));
        await world.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(InstanceStatus.Suspended, await world.StatusAsync(instance));

        await world.AdministerAsync((administration, actor) => administration.ResumeAsync(actor, instance, null, None));
        await world.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(InstanceStatus.Running, await world.StatusAsync(instance));
        await world.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(InstanceStatus.Rejected, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_wait_that_is_over_while_the_instance_is_returned_is_kept_until_it_goes_on()
    {
        var flow = Flow.Line("branches", new ForkActivity { Id = "fork", Label = "Fork", Branches = [new ForkBranch { Name = "left", Label = "Left" }, new ForkBranch { Name = "right", Label = "Right" }] });
        flow = (flow with { Transitions = [.. flow.Transitions.Where(way => way.From != "fork")] }).With(
            [Flow.Approval("sign", "gao"), new WaitActivity { Id = "pause", Label = "Pause", After = "2bh" }, new JoinActivity { Id = "join", Label = "Join" }],
            ("fork", "left", "sign"),
            ("fork", "right", "pause"),
            ("sign", Outcomes.Approved, "join"),
            ("pause", null, "join"),
            ("join", null, "end"));
        await using var world = await database.OpenAsync(flow);
        var instance = await world.SubmitAsync();
        await world.DecideAsync("gao", instance, new WorkItemAnswer(WorkItemDecision.Return) { Comment = "No", Resume = ResumeMode.StraightBack });

        await world.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal((InstanceStatus.Returned, (DateTimeOffset?)null), (await world.StatusAsync(instance), Assert.Single(await world.WaitsAsync(instance)).DueAt));
        await world.ResubmitAsync(instance);
        Assert.Empty(await world.WaitsAsync(instance));
        await world.ApproveAsync("gao", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_wait_that_a_node_took_and_did_not_fire_is_fired_by_another_after_its_lease()
    {
        await using var world = await database.OpenAsync(Due(new DeadlineTier { Act = TierAct.Reject }));
        var instance = await world.SubmitAsync();
        world.Time.Advance(TimeSpan.FromHours(4));
        var until = world.Time.GetUtcNow() + TimeSpan.FromMinutes(2);
        await world.Work.RunAsync((db, ct) => db.Waits.ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), ct), None);

        await world.RunAsync();
        Assert.Equal(InstanceStatus.Running, await world.StatusAsync(instance));
        await world.AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(InstanceStatus.Rejected, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_calendar_without_working_time_is_an_incident_that_goes_away_with_it()
    {
        var lazy = new CalendarDefinition { Key = "lazy", Label = "Lazy", TimeZone = "Asia/Shanghai" };
        var flow = Due(new DeadlineTier { Act = TierAct.Remind }) with { Calendar = "lazy" };
        await using var world = await database.OpenAsync(flow, lazy);

        var instance = await world.SubmitAsync();

        var visit = Assert.Single((await world.StateAsync(instance)).Incidents);
        Assert.Equal((InstanceStatus.Running, 1, "calendar.no-time"), (await world.StatusAsync(instance), (await world.InstanceAsync(instance)).Incidents, visit.Incident!.Code));
        await world.PublishAsync(ShellCompany.Set(flow, lazy with { Hours = new WeekHours { Monday = ["09:00-17:00"] } }));
        await world.AdministerAsync((administration, actor) => administration.RetryAsync(actor, instance, visit.Number, None));
        Assert.NotNull((await world.ItemAsync(instance, "gao")).DueAt);
        await world.ApproveAsync("gao", instance);
    }
}
