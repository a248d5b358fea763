using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.Problems;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteAdministrationTests(SqliteShell database) : AdministrationContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresAdministrationTests(PostgresShell database) : AdministrationContract(database), IClassFixture<PostgresShell>;

/// <summary>What administrators do with instances.</summary>
public abstract class AdministrationContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Dictionary<string, string> NoChoices = [];

    private static WorkflowDefinition Waiting => Flow.Line("waiting", Flow.Approval("first", "gao"), new WaitActivity { Id = "pause", Label = "Pause", After = "2bh" }, Flow.Approval("last", "hu"));

    [Fact]
    public async Task Nobody_else_may()
    {
        await using var world = await database.OpenAsync(Waiting);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");
        var me = await world.IdAsync("lin");
        Func<InstanceAdministration, Actor, Task>[] acts =
        [
            (administration, actor) => administration.ReassignAsync(actor, item.Id, me, "x", None),
            (administration, actor) => administration.JumpAsync(actor, instance, "last", null, "x", None),
            (administration, actor) => administration.CancelAsync(actor, instance, "x", None),
            (administration, actor) => administration.SuspendAsync(actor, instance, "x", None),
            (administration, actor) => administration.ResumeAsync(actor, instance, "x", None),
            (administration, actor) => administration.RetryAsync(actor, instance, 1, None),
            (administration, actor) => administration.FireAsync(actor, instance, 1, None),
            (administration, actor) => administration.MigrateAsync(actor, instance, NoChoices, "x", None),
            (administration, actor) => administration.PlanMigrationAsync(actor, "waiting", NoChoices, None),
        ];
        foreach (var act in acts)
        {
            var refusal = await world.RefusedAsync(() => world.AdministerAsync(act, "lin"));
            Assert.Equal((RefusalReason.Forbidden, "instance.administrator"), (refusal.Reason, refusal.Code));
        }
    }

    [Fact]
    public async Task A_jump_closes_what_is_open_and_goes_on_elsewhere()
    {
        await using var world = await database.OpenAsync(Waiting);
        var instance = await world.SubmitAsync();
        await world.ApproveAsync("gao", instance);
        Assert.Single(await world.WaitsAsync(instance));

        await world.AdministerAsync((administration, actor) => administration.JumpAsync(actor, instance, "first", null, "Once more", None));

        Assert.Empty(await world.WaitsAsync(instance));
        await world.ItemAsync(instance, "gao");
        Assert.Equal("comment.required", (await world.RefusedAsync(() => world.AdministerAsync((administration, actor) => administration.JumpAsync(actor, instance, "last", null, " ", None)))).Code);
    }

    [Fact]
    public async Task A_cancelled_instance_frees_the_record()
    {
        await using var world = await database.OpenAsync(Waiting);
        var instance = await world.SubmitAsync();

        await world.AdministerAsync((administration, actor) => administration.CancelAsync(actor, instance, "Mistake", None));

        Assert.Equal(InstanceStatus.Cancelled, await world.StatusAsync(instance));
        Assert.Null((await world.RecordAsync(instance)).LockedBy);
        await world.SubmitAsync(await world.RecordAsync(instance));
    }

    [Fact]
    public async Task A_suspended_instance_decides_nothing_and_goes_on_where_it_stood()
    {
        await using var world = await database.OpenAsync(Waiting);
        var instance = await world.SubmitAsync();

        await world.AdministerAsync((administration, actor) => administration.SuspendAsync(actor, instance, "Checked", None));

        Assert.Equal("instance.wrong-status", (await world.RefusedAsync(() => world.ApproveAsync("gao", instance))).Code);
        Assert.Equal("instance.wrong-status", (await world.RefusedAsync(() => world.CommandAsync("lin", (commands, actor) => commands.WithdrawAsync(actor, instance, null, None)))).Code);
        await world.AdministerAsync((administration, actor) => administration.ResumeAsync(actor, instance, null, None));
        await world.ApproveAsync("gao", instance);
    }

    [Fact]
    public async Task A_wait_that_was_ended_by_hand_is_used_up()
    {
        await using var world = await database.OpenAsync(Waiting);
        var instance = await world.SubmitAsync();
        await world.ApproveAsync("gao", instance);
        var wait = Assert.Single(await world.WaitsAsync(instance)).Number;

        await world.AdministerAsync((administration, actor) => administration.FireAsync(actor, instance, wait, None));

        await world.ItemAsync(instance, "hu");
        var refusal = await world.RefusedAsync(() => world.AdministerAsync((administration, actor) => administration.FireAsync(actor, instance, wait, None)));
        Assert.Equal((RefusalReason.InvalidState, "wait.used"), (refusal.Reason, refusal.Code));
        await world.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Single(await world.EventsAsync(instance), happened => happened is WaitClosed);
    }

    [Fact]
    public async Task Instances_move_to_another_version_with_a_plan_and_choices()
    {
        await using var world = await database.OpenAsync(Waiting);
        var instance = await world.SubmitAsync();
        var ended = await world.SubmitAsync();
        await world.AdministerAsync((administration, actor) => administration.CancelAsync(actor, ended, "Mistake", None));
        var from = (await world.InstanceAsync(instance)).WorkflowVersion;
        await world.PublishAsync(ShellCompany.Set(Flow.Line("waiting", Flow.Approval("renamed", "chen"), Flow.Approval("last", "hu"))));
        var root = await world.ActorAsync("root");

        var plan = Assert.Single(await world.InScopeAsync<InstanceAdministration, IReadOnlyList<InstanceMigration>>(one => one.PlanMigrationAsync(root, "waiting", NoChoices, None)));
        Assert.Equal((instance, from, false), (plan.Instance, plan.From, plan.Plan.IsComplete));
        Assert.Equal("migration.choice", (await world.RefusedAsync(() => world.AdministerAsync((administration, actor) => administration.MigrateAsync(actor, instance, NoChoices, null, None)))).Code);
        await world.AdministerAsync((administration, actor) => administration.MigrateAsync(actor, instance, new Dictionary<string, string> { ["first"] = "renamed" }, "New rules", None));

        Assert.Equal(plan.To, (await world.InstanceAsync(instance)).WorkflowVersion);
        Assert.Equal("renamed", (await world.ItemAsync(instance, "gao")).Activity);
        await world.ApproveAsync("gao", instance);
        await world.ApproveAsync("hu", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task An_instance_that_is_not_moved_goes_on_by_its_own_version()
    {
        await using var world = await database.OpenAsync(Waiting);
        var instance = await world.SubmitAsync();
        await world.PublishAsync(ShellCompany.Set(Flow.Line("waiting", Flow.Approval("renamed", "chen"))));

        await world.ApproveAsync("gao", instance);
        await world.AdvanceAsync(TimeSpan.FromHours(2));
        await world.DecideAsync("hu", instance, WorkItemDecision.Approve);

        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }
}
