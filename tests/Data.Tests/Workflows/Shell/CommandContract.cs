using Backoffice.Data.Workflows;
using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteCommandTests(SqliteShell database) : CommandContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresCommandTests(PostgresShell database) : CommandContract(database), IClassFixture<PostgresShell>;

/// <summary>
/// What people do, against the database: after each act rows, state and events say the same (<see cref="ShellCheck"/>).
/// </summary>
public abstract class CommandContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static WorkflowDefinition TwoSteps => Flow.Line("two-steps", Flow.Approval("first", "gao"), Flow.Approval("second", "hu"));

    [Fact]
    public async Task A_transferred_item_is_its_new_holders()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");

        await world.CommandAsync("gao", async (commands, actor) => await commands.TransferAsync(actor, item.Id, await world.IdAsync("chen"), "Yours", None));

        Assert.Equal(item.Id, (await world.ItemAsync(instance, "chen")).Id);
        await world.ApproveAsync("chen", instance);
        await world.ItemAsync(instance, "hu");
        var refusal = await world.RefusedAsync(() => world.CommandAsync("gao", (commands, actor) => commands.TransferAsync(actor, item.Id, actor.Person, null, None)));
        Assert.Equal(RefusalReason.Forbidden, refusal.Reason);
    }

    [Fact]
    public async Task Advice_comes_back_and_a_recalled_item_is_ones_own_again()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");
        await world.CommandAsync("gao", async (commands, actor) => await commands.DelegateAsync(actor, item.Id, await world.IdAsync("chen"), "?", None));
        Assert.Equal(WorkItemKind.Advise, (await world.ItemAsync(instance, "chen")).Kind);
        await world.CommandAsync("gao", (commands, actor) => commands.RecallAsync(actor, item.Id, None));
        Assert.Equal(item.Id, (await world.ItemAsync(instance, "gao")).Id);

        await world.CommandAsync("gao", async (commands, actor) => await commands.DelegateAsync(actor, item.Id, await world.IdAsync("chen"), "?", None));
        await world.DecideAsync("chen", instance, WorkItemDecision.Approve, "Do it");

        Assert.Equal(item.Id, (await world.ItemAsync(instance, "gao")).Id);
        await world.ApproveAsync("gao", instance);
        await world.ItemAsync(instance, "hu");
    }

    [Theory]
    [InlineData(AddedPlace.Before)]
    [InlineData(AddedPlace.After)]
    [InlineData(AddedPlace.Beside)]
    public async Task Added_signers_are_needed_and_one_who_was_removed_is_not(AddedPlace place)
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");
        await world.CommandAsync("gao", async (commands, actor) => await commands.AddSignersAsync(actor, item.Id, place, await world.IdsAsync("chen", "wang"), "Look", None));
        if (place == AddedPlace.After)
        {
            await world.ApproveAsync("gao", instance);
        }

        var removed = await world.ItemAsync(instance, "wang");
        await world.CommandAsync("gao", (commands, actor) => commands.RemoveSignerAsync(actor, removed.Id, None));
        await world.ApproveAsync("chen", instance);
        if (place != AddedPlace.After)
        {
            await world.ApproveAsync("gao", instance);
        }

        await world.ItemAsync(instance, "hu");
        Assert.Equal(WorkItemState.Closed, Assert.Single(await world.ItemsAsync(instance), row => row.Id == removed.Id).State);
    }

    [Fact]
    public async Task An_approval_that_is_taken_back_is_to_be_decided_again()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");
        await world.ApproveAsync("gao", instance);
        var next = await world.ItemAsync(instance, "hu");

        await world.CommandAsync("gao", (commands, actor) => commands.TakeBackAsync(actor, item.Id, None));

        Assert.Equal(item.Id, (await world.ItemAsync(instance, "gao")).Id);
        Assert.Equal(WorkItemState.Closed, Assert.Single(await world.ItemsAsync(instance), row => row.Id == next.Id).State);
        await world.ApproveAsync("gao", instance);
        await world.ApproveAsync("hu", instance);
        var refusal = await world.RefusedAsync(() => world.CommandAsync("gao", (commands, actor) => commands.TakeBackAsync(actor, item.Id, None)));
        Assert.Equal("decision.acted-on", refusal.Code);
    }

    [Fact]
    public async Task A_rejection_that_is_taken_back_lets_the_instance_go_on()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");
        await world.DecideAsync("gao", instance, WorkItemDecision.Reject);
        Assert.Equal(("rejected", (Guid?)null), ((string)(await world.RecordAsync(instance))["status"]!, (await world.RecordAsync(instance)).LockedBy));

        await world.CommandAsync("gao", (commands, actor) => commands.TakeBackAsync(actor, item.Id, None));

        Assert.Equal(InstanceStatus.Running, await world.StatusAsync(instance));
        Assert.Equal(("inApproval", (Guid?)instance), ((string)(await world.RecordAsync(instance))["status"]!, (await world.RecordAsync(instance)).LockedBy));
        await world.ApproveAsync("gao", instance);
        await world.ApproveAsync("hu", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_return_to_the_initiator_in_order_asks_everybody_again()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        await world.ApproveAsync("gao", instance);
        await world.DecideAsync("hu", instance, new WorkItemAnswer(WorkItemDecision.Return) { Comment = "No" });

        await world.ResubmitAsync(instance);

        await world.ApproveAsync("gao", instance);
        await world.ApproveAsync("hu", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_straight_return_comes_back_to_whoever_made_it()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        await world.ApproveAsync("gao", instance);
        await world.DecideAsync("hu", instance, new WorkItemAnswer(WorkItemDecision.Return) { Comment = "No", Resume = ResumeMode.StraightBack });

        await world.ResubmitAsync(instance);

        await world.ApproveAsync("hu", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Theory]
    [InlineData(ResumeMode.InOrder)]
    [InlineData(ResumeMode.StraightBack)]
    public async Task A_return_to_a_passed_step_asks_it_anew(ResumeMode resume)
    {
        await using var world = await database.OpenAsync(Flow.Line("three", Flow.Approval("first", "gao"), Flow.Approval("second", "chen"), Flow.Approval("third", "hu")));
        var instance = await world.SubmitAsync();
        await world.ApproveAsync("gao", instance);
        await world.ApproveAsync("chen", instance);
        await world.DecideAsync("hu", instance, new WorkItemAnswer(WorkItemDecision.Return) { Comment = "No", ReturnTo = "first", Resume = resume });
        await world.ApproveAsync("gao", instance);
        if (resume == ResumeMode.InOrder)
        {
            await world.ApproveAsync("chen", instance);
        }

        await world.ApproveAsync("hu", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_join_for_the_first_branch_closes_the_items_of_the_others()
    {
        var flow = Flow.Line("branches", new ForkActivity { Id = "fork", Label = "Fork", Branches = [new ForkBranch { Name = "left", Label = "Left" }, new ForkBranch { Name = "right", Label = "Right" }] });
        flow = (flow with { Transitions = [.. flow.Transitions.Where(way => way.From != "fork")] }).With(
            [Flow.Approval("a", "gao"), Flow.Approval("b", "chen") with { Deadline = new DeadlineSettings { After = "4bh", Tiers = [new DeadlineTier { Act = TierAct.Remind }] } }, new JoinActivity { Id = "join", Label = "Join", Mode = JoinMode.Any }],
            ("fork", "left", "a"),
            ("fork", "right", "b"),
            ("a", Outcomes.Approved, "join"),
            ("b", Outcomes.Approved, "join"),
            ("join", null, "end"));
        await using var world = await database.OpenAsync(flow);
        var instance = await world.SubmitAsync();
        var other = await world.ItemAsync(instance, "chen");
        Assert.Single(await world.WaitsAsync(instance));

        await world.ApproveAsync("gao", instance);

        Assert.Equal(WorkItemState.Closed, Assert.Single(await world.ItemsAsync(instance), row => row.Id == other.Id).State);
        Assert.Empty(await world.WaitsAsync(instance));
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task What_people_say_and_send_is_kept_and_told()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();

        await world.CommandAsync("lin", async (commands, actor) => await commands.CommentAsync(actor, instance, "Look here {title}", await world.IdsAsync("chen"), None));
        await world.CommandAsync("lin", async (commands, actor) => await commands.CopyAsync(actor, instance, await world.IdsAsync("wang"), "FYI", None));
        await world.CommandAsync("lin", (commands, actor) => commands.UrgeAsync(actor, instance, None));
        var copy = await world.ItemAsync(instance, "wang");
        await world.CommandAsync("wang", (commands, actor) => commands.MarkReadAsync(actor, copy.Id, None));

        Assert.Equal(["lin mentioned you: Look here (title)"], await world.ToldAsync("chen"));
        Assert.Equal(["lin asks you to act"], await world.ToldAsync("gao"));
        Assert.Equal("urge.too-soon", (await world.RefusedAsync(() => world.CommandAsync("lin", (commands, actor) => commands.UrgeAsync(actor, instance, None)))).Code);
        Assert.Equal("comment.required", (await world.RefusedAsync(() => world.CommandAsync("lin", (commands, actor) => commands.CommentAsync(actor, instance, " ", [], None)))).Code);
        Assert.Equal("copy.nobody", (await world.RefusedAsync(() => world.CommandAsync("lin", (commands, actor) => commands.CopyAsync(actor, instance, [], null, None)))).Code);
        Assert.Equal("work-item.not-open", (await world.RefusedAsync(() => world.CommandAsync("wang", (commands, actor) => commands.MarkReadAsync(actor, copy.Id, None)))).Code);
        await world.ApproveAsync("gao", instance);
    }

    [Fact]
    public async Task A_withdrawn_instance_is_over_and_says_so_to_whoever_decides_late()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");

        await world.CommandAsync("lin", (commands, actor) => commands.WithdrawAsync(actor, instance, "Later", None));

        Assert.Equal((InstanceStatus.Withdrawn, "draft"), (await world.StatusAsync(instance), (string)(await world.RecordAsync(instance))["status"]!));
        var refusal = await world.RefusedAsync(() => world.CommandAsync("gao", (commands, actor) => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(WorkItemDecision.Approve), None)));
        Assert.Equal((RefusalReason.InvalidState, "work-item.not-open"), (refusal.Reason, refusal.Code));
    }

    [Fact]
    public async Task A_decision_on_a_record_that_was_changed_since_it_was_seen_is_refused()
    {
        await using var world = await database.OpenAsync(Flow.Line("open", Flow.Approval("only", "gao", "chen") with { Fields = new Dictionary<string, FieldRight> { ["note"] = FieldRight.Write } }));
        var instance = await world.SubmitAsync();
        var seen = (await world.RecordAsync(instance)).Version;
        await world.SaveAsync("chen", await world.RecordAsync(instance), record => record.Values["note"] = "Changed");

        var refusal = await world.RefusedAsync(() => world.DecideAsync("gao", instance, new WorkItemAnswer(WorkItemDecision.Approve) { Seen = seen }));

        Assert.Equal((RefusalReason.Conflict, "record.changed-since-seen"), (refusal.Reason, refusal.Code));
        await world.DecideAsync("gao", instance, new WorkItemAnswer(WorkItemDecision.Approve) { Seen = (await world.RecordAsync(instance)).Version });
    }

    [Fact]
    public async Task A_person_who_has_left_cannot_act_and_an_administrator_gives_the_item_to_another()
    {
        await using var world = await database.OpenAsync(TwoSteps);
        var instance = await world.SubmitAsync();
        await world.LeaveAsync("gao");

        Assert.Equal("person.left", (await world.RefusedAsync(() => world.ApproveAsync("gao", instance))).Code);
        var item = await world.ItemAsync(instance, "gao");
        await world.AdministerAsync(async (administration, actor) => await administration.ReassignAsync(actor, item.Id, await world.IdAsync("chen"), "Left", None));
        await world.ApproveAsync("chen", instance);

        Assert.Equal("person.left", (await world.RefusedAsync(async () => await world.CommandAsync("hu", async (commands, actor) =>
            await commands.TransferAsync(actor, (await world.ItemAsync(instance, "hu")).Id, await world.IdAsync("gao"), null, None)))).Code);
    }

    [Fact]
    public async Task Who_has_left_or_a_role_without_holders_is_replaced_by_an_administrator()
    {
        await using var world = await database.OpenAsync(Flow.Line(
            "nobody",
            Flow.Approval("left", "chen"),
            new ApprovalActivity { Id = "vacant", Label = "vacant", Signers = [new RoleRule { Role = "vacant" }] },
            new ApprovalActivity { Id = "counts", Label = "counts", Signers = [new RoleRule { Role = "vacant" }], IfNoSigner = NoSignerPolicy.Approve }));
        await world.LeaveAsync("chen");

        var instance = await world.SubmitAsync();
        Assert.Equal(SignerReason.Administrator, (await world.ItemAsync(instance, "root")).Because);
        await world.ApproveAsync("root", instance);
        await world.ApproveAsync("root", instance);

        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task Signers_whom_the_initiator_chose_are_asked()
    {
        await using var world = await database.OpenAsync(Flow.Line("chosen", new ApprovalActivity { Id = "chosen", Label = "Chosen", Signers = [new ChosenRule { Most = 2 }] }));
        var people = await world.IdsAsync("chen", "wang");

        var instance = await world.SubmitAsync(await world.DraftAsync(), chosen: new Dictionary<string, IReadOnlyList<Guid>> { ["chosen"] = people });

        await world.ApproveAsync("chen", instance);
        await world.ApproveAsync("wang", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }
}
