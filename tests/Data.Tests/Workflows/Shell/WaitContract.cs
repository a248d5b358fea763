using Backoffice.Data.Workflows;
using Forms.Problems;
using Forms.Records;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteWaitTests(SqliteShell database) : WaitContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresWaitTests(PostgresShell database) : WaitContract(database), IClassFixture<PostgresShell>;

/// <summary>Events, moments and sub-workflows resume an instance once.</summary>
public abstract class WaitContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static WorkflowDefinition Paid => Flow.Line("paid", new WaitActivity { Id = "payment", Label = "Payment", Event = "paid", After = "24bh" }, Flow.Approval("then", "gao"))
        .With([Flow.Approval("dunning", "hu")], ("payment", Outcomes.Timeout, "dunning"), ("dunning", Outcomes.Approved, "end"));

    private static WorkflowDefinition PartnerCheck => Flow.On(ShellCompany.Partner, "partner-check", Flow.StartedBy(StartTriggerKind.Call), Flow.Approval("check", "hu"));

    private static WorkflowDefinition Parent(SubWorkflowActivity child) => Flow.Line("parent", child, Flow.Approval("then", "gao"));

    [Fact]
    public async Task An_event_ends_the_wait_once()
    {
        await using var world = await database.OpenAsync(Paid);
        var instance = await world.SubmitAsync();

        Assert.Equal(0, await RaiseAsync(world, instance, "something else"));
        Assert.Equal(1, await RaiseAsync(world, instance, "paid"));
        Assert.Equal(0, await RaiseAsync(world, instance, "paid"));

        await world.AdvanceAsync(TimeSpan.FromDays(2));
        await world.ApproveAsync("gao", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
        Assert.DoesNotContain(await world.EventsAsync(instance), happened => happened is ActivityEntered { ActivityId: "dunning" });
    }

    [Fact]
    public async Task Time_that_runs_out_ends_the_wait_and_the_event_comes_too_late()
    {
        await using var world = await database.OpenAsync(Paid);
        var instance = await world.SubmitAsync();

        await world.AdvanceAsync(TimeSpan.FromHours(24));

        Assert.Equal(0, await RaiseAsync(world, instance, "paid"));
        await world.ApproveAsync("hu", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task An_event_for_a_record_that_one_cannot_see_is_not_found()
    {
        await using var world = await database.OpenAsync(Paid);
        var instance = await world.SubmitAsync();

        Assert.Equal(RefusalReason.NotFound, (await world.RefusedAsync(() => RaiseAsync(world, instance, "paid", "wang"))).Reason);
    }

    [Fact]
    public async Task A_wait_for_a_date_lasts_until_the_date_and_not_at_all_when_it_has_passed()
    {
        await using var world = await database.OpenAsync(Flow.Line("dated", new WaitActivity { Id = "until", Label = "Until", Until = "dueOn" }, Flow.Approval("then", "gao")));
        var tomorrow = await world.SubmitAsync(record => record.Values["dueOn"] = new DateOnly(2026, 11, 25));
        var past = await world.SubmitAsync(record => record.Values["dueOn"] = new DateOnly(2026, 11, 1));
        var never = await world.SubmitAsync();

        await world.RunAsync();
        await world.ItemAsync(past, "gao");
        await world.ItemAsync(never, "gao");
        await world.AdvanceAsync(TimeSpan.FromHours(14));
        Assert.Single(await world.WaitsAsync(tomorrow));
        await world.AdvanceAsync(TimeSpan.FromHours(1));
        await world.ItemAsync(tomorrow, "gao");
    }

    [Fact]
    public async Task A_sub_workflow_for_each_row_resumes_its_parent_when_the_last_one_has_ended()
    {
        await using var world = await database.OpenAsync(PartnerCheck, Parent(new SubWorkflowActivity { Id = "children", Label = "Children", Workflow = "partner-check", Each = "lines.supplier" }));
        var (one, two) = (await world.DraftAsync(form: ShellCompany.Partner), await world.DraftAsync(form: ShellCompany.Partner));
        var instance = await world.SubmitAsync(record => record.Values["lines"] = Lines(one.Id, two.Id, one.Id));
        await world.RunAsync();
        var children = await world.InstancesAsync("partner-check");
        Assert.Equal(new[] { one.Id, two.Id }.Order(), children.Select(child => child.Record).Order());
        Assert.All(children, child => Assert.Equal(instance, child.Parent));

        await world.ApproveAsync("hu", children[0].Id);
        await world.RunAsync();
        Assert.Single(await world.WaitsAsync(instance));
        await world.ApproveAsync("hu", children[1].Id);
        await world.RunAsync();
        await world.RunAsync();

        await world.ApproveAsync("gao", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
        Assert.All(await world.OutboxAsync(), entry => Assert.NotNull(entry.DoneAt));
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("cancel")]
    public async Task A_sub_workflow_that_ends_otherwise_rejects_its_parent(string end)
    {
        await using var world = await database.OpenAsync(PartnerCheck, Parent(new SubWorkflowActivity { Id = "child", Label = "Child", Workflow = "partner-check", Link = "partner" }));
        var partner = await world.DraftAsync(form: ShellCompany.Partner);
        var instance = await world.SubmitAsync(record => record.Values["partner"] = partner.Id);
        await world.RunAsync();
        var child = Assert.Single(await world.InstancesAsync("partner-check"));

        await (end == "reject"
            ? world.DecideAsync("hu", child.Id, WorkItemDecision.Reject)
            : world.AdministerAsync((administration, actor) => administration.CancelAsync(actor, child.Id, "No", None)));
        await world.RunAsync();

        Assert.Equal(InstanceStatus.Rejected, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_decision_that_resumed_the_parent_is_not_taken_back()
    {
        await using var world = await database.OpenAsync(PartnerCheck, Parent(new SubWorkflowActivity { Id = "child", Label = "Child", Workflow = "partner-check", Link = "partner" }));
        var partner = await world.DraftAsync(form: ShellCompany.Partner);
        await world.SubmitAsync(record => record.Values["partner"] = partner.Id);
        await world.RunAsync();
        var child = Assert.Single(await world.InstancesAsync("partner-check"));
        var item = await world.ItemAsync(child.Id, "hu");
        await world.ApproveAsync("hu", child.Id);

        var refusal = await world.RefusedAsync(() => world.CommandAsync("hu", (commands, actor) => commands.TakeBackAsync(actor, item.Id, None)));

        Assert.Equal((RefusalReason.InvalidState, "decision.told-on"), (refusal.Reason, refusal.Code));
    }

    [Fact]
    public async Task A_sub_workflow_that_cannot_start_rejects_its_step_and_says_why()
    {
        var byHand = Flow.On(ShellCompany.Partner, "partner-approval", Flow.Approval("approve", "chen"));
        await using var world = await database.OpenAsync(byHand, PartnerCheck, Parent(new SubWorkflowActivity { Id = "child", Label = "Child", Workflow = "partner-check", Link = "partner" }));
        var partner = await world.DraftAsync(form: ShellCompany.Partner);
        await world.SubmitAsync(partner);
        var instance = await world.SubmitAsync(record => record.Values["partner"] = partner.Id);

        await world.RunAsync();

        Assert.Equal(InstanceStatus.Rejected, await world.StatusAsync(instance));
        var entry = Assert.Single(await world.OutboxAsync());
        Assert.Equal((null, null), (entry.DoneAt, entry.DueAt));
        Assert.Contains("running approval", entry.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_that_was_cancelled_leaves_its_child_running_and_its_end_is_told_to_nobody()
    {
        await using var world = await database.OpenAsync(PartnerCheck, Parent(new SubWorkflowActivity { Id = "child", Label = "Child", Workflow = "partner-check", Link = "partner" }));
        var partner = await world.DraftAsync(form: ShellCompany.Partner);
        var instance = await world.SubmitAsync(record => record.Values["partner"] = partner.Id);
        await world.RunAsync();
        await world.AdministerAsync((administration, actor) => administration.CancelAsync(actor, instance, "No", None));

        var child = Assert.Single(await world.InstancesAsync("partner-check"));
        await world.ApproveAsync("hu", child.Id);
        await world.RunAsync();

        Assert.Equal((InstanceStatus.Completed, InstanceStatus.Cancelled), (await world.StatusAsync(child.Id), await world.StatusAsync(instance)));
        Assert.All(await world.OutboxAsync(), entry => Assert.Null(entry.DueAt));
    }

    [Fact]
    public async Task A_parent_that_goes_on_at_once_waits_for_nothing()
    {
        await using var world = await database.OpenAsync(PartnerCheck, Parent(new SubWorkflowActivity { Id = "child", Label = "Child", Workflow = "partner-check", Link = "partner", GoesOn = true }));
        var partner = await world.DraftAsync(form: ShellCompany.Partner);
        var instance = await world.SubmitAsync(record => record.Values["partner"] = partner.Id);
        Assert.Empty(await world.WaitsAsync(instance));
        await world.ApproveAsync("gao", instance);
        await world.RunAsync();

        await world.DecideAsync("hu", Assert.Single(await world.InstancesAsync("partner-check")).Id, WorkItemDecision.Reject);
        await world.RunAsync();

        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    private static List<RecordRow> Lines(params Guid[] partners) =>
        [.. partners.Select(partner => new RecordRow { Id = Guid.CreateVersion7(), Values = new Dictionary<string, object?> { ["product"] = "Thing", ["supplier"] = partner } })];

    private static async Task<int> RaiseAsync(ShellWorld world, Guid instance, string name, string person = "lin")
    {
        var actor = await world.ActorAsync(person);
        var row = await world.InstanceAsync(instance);
        return await world.InScopeAsync<WorkflowEvents, int>(events => events.RaiseAsync(actor, row.Form, row.Record, name, None));
    }
}
