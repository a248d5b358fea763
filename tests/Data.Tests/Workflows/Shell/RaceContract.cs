using Backoffice.Data.Instances;
using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Forms.Problems;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Approval;
using Workflows.Activities.Mail;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteRaceTests(SqliteShell database) : RaceContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresRaceTests(PostgresShell database) : RaceContract(database), IClassFixture<PostgresShell>;

/// <summary>
/// Many at the same instant, on two nodes: there is one legal order. Each act is accepted, once, or refused with the reason;
/// there is no other failure.
/// </summary>
public abstract class RaceContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(SignMode.All)]
    [InlineData(SignMode.Any)]
    [InlineData(SignMode.Vote)]
    public async Task Twenty_signers_of_one_step(SignMode mode)
    {
        await using var world = await database.OpenAsync(Flow.Line("board", new ApprovalActivity { Id = "board", Label = "Board", Mode = mode, Signers = [new RoleRule { Role = "board" }] }, Flow.Approval("then", "gao")));
        var nodes = new[] { world.Get<IServiceProvider>(), await world.SecondNodeAsync() };
        var instance = await world.SubmitAsync();
        var items = (await world.ItemsAsync(instance)).ToList();
        Assert.Equal(20, items.Count);

        var refusals = await RaceAsync(world, [.. items.Select((item, index) => Decide(world, nodes[index % 2], item, item.Person, WorkItemDecision.Approve))]);

        var accepted = (await world.EventsAsync(instance)).OfType<WorkItemCompleted>().ToList();
        Assert.Equal(20 - refusals.Count, accepted.Select(done => done.Person).Distinct().Count());
        Assert.Equal(20 - refusals.Count, accepted.Count);
        Assert.Equal(mode switch { SignMode.All => 20, SignMode.Any => 1, _ => 11 }, accepted.Count);
        Assert.All(refusals, refusal => Assert.Equal("work-item.not-open", refusal.Code));
        await world.ApproveAsync("gao", instance);
    }

    [Fact]
    public async Task Twenty_decisions_on_one_item_by_its_holder_and_proxies()
    {
        await using var world = await database.OpenAsync(Flow.Line("signed", Flow.Approval("sign", "gao"), Flow.Approval("then", "hu")));
        var nodes = new[] { world.Get<IServiceProvider>(), await world.SecondNodeAsync() };
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");
        var now = world.Time.GetUtcNow();
        var gao = await world.ActorAsync("gao");
        var proxies = await world.IdsAsync([.. ShellCompany.Board.Take(18)]);
        foreach (var proxy in proxies)
        {
            await world.InScopeAsync<DelegationStore, DelegationRow>(store => store.GiveAsync(gao, gao.Person, proxy, now, now.AddDays(1), [], null, None));
        }

        Guid[] people = [gao.Person, gao.Person, .. proxies];
        var refusals = await RaceAsync(world, [.. people.Select((person, index) => Decide(world, nodes[index % 2], item, person, index % 3 == 0 ? WorkItemDecision.Reject : WorkItemDecision.Approve))]);

        Assert.Equal(19, refusals.Count);
        Assert.All(refusals, refusal => Assert.Contains(refusal.Code, (string[])["work-item.not-open", "instance.wrong-status"]));
        var done = Assert.Single((await world.EventsAsync(instance)).OfType<WorkItemCompleted>());
        Assert.Equal(done.Decision == WorkItemDecision.Approve ? InstanceStatus.Running : InstanceStatus.Rejected, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task Deciding_transferring_withdrawing_and_cancelling_at_once()
    {
        await using var world = await database.OpenAsync(Flow.Line("signed", Flow.Approval("sign", "gao", "chen"), Flow.Approval("then", "hu")));
        var nodes = new[] { world.Get<IServiceProvider>(), await world.SecondNodeAsync() };
        var instance = await world.SubmitAsync();
        var items = await world.ItemsAsync(instance);
        var (lin, gao, root) = (await world.ActorAsync("lin"), await world.ActorAsync("gao"), await world.ActorAsync("root"));
        var wang = await world.IdAsync("wang");

        await RaceAsync(
            world,
            Decide(world, nodes[0], items[0], items[0].Person, WorkItemDecision.Approve),
            Decide(world, nodes[1], items[1], items[1].Person, WorkItemDecision.Approve),
            () => OnAsync<WorkflowCommands>(world, nodes[1], commands => commands.TransferAsync(gao, items[0].Id, wang, null, None)),
            () => OnAsync<WorkflowCommands>(world, nodes[0], commands => commands.WithdrawAsync(lin, instance, null, None)),
            () => OnAsync<WorkflowCommands>(world, nodes[0], commands => commands.CommentAsync(lin, instance, "Hm", [], None)),
            () => OnAsync<InstanceAdministration>(world, nodes[1], administration => administration.CancelAsync(root, instance, "No", None)));

        Assert.Contains(await world.StatusAsync(instance), (InstanceStatus[])[InstanceStatus.Withdrawn, InstanceStatus.Cancelled]);
        Assert.Single(await world.EventsAsync(instance), happened => happened is Commented);
        Assert.DoesNotContain(await world.ItemsAsync(instance), item => item.State is WorkItemState.Open or WorkItemState.Held);
    }

    [Fact]
    public async Task A_record_that_is_submitted_many_times_at_once_is_under_way_once()
    {
        await using var world = await database.OpenAsync(Flow.Line("signed", Flow.Approval("sign", "gao")));
        var nodes = new[] { world.Get<IServiceProvider>(), await world.SecondNodeAsync() };
        var record = await world.DraftAsync();
        var lin = await world.ActorAsync("lin");

        var refusals = await RaceAsync(world, [.. Enumerable.Range(0, 10).Select(index => (Func<Task>)(() =>
            OnAsync<WorkflowCommands>(world, nodes[index % 2], commands => commands.SubmitAsync(lin, record.Form, record.Id, record.Version, null, None))))]);

        Assert.Equal(9, refusals.Count);
        Assert.All(refusals, refusal => Assert.Contains(refusal.Code, (string[])["record.in-approval", "record.changed"]));
        Assert.Single(await world.InstancesAsync("signed"));
    }

    [Fact]
    public async Task Two_nodes_fire_each_wait_and_do_each_entry_of_the_outbox_once()
    {
        await using var server = new LoopbackSmtp();
        var settings = new ShellSettings { Mail = new MailOptions { Host = "127.0.0.1", Port = server.Port } };
        var deadline = new DeadlineSettings { After = "1bh", Tiers = [new DeadlineTier { Act = TierAct.Remind }, new DeadlineTier { By = "1bh", Act = TierAct.Approve }] };
        var mail = new MailActivity { Id = "mail", Label = "Mail", To = [new PersonRule { Person = "gao" }], Subject = "{title}", Text = "x" };
        await using var world = await database.OpenAsync(settings, Flow.Line("due", mail, Flow.Approval("sign", "gao") with { Deadline = deadline }));
        var nodes = new[] { world.Get<IServiceProvider>(), await world.SecondNodeAsync() };
        var instances = new List<Guid>();
        for (var number = 0; number < 12; number++)
        {
            instances.Add(await world.SubmitAsync(record => record.Values["title"] = $"Number {number}"));
        }

        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.GetRequiredService<WorkflowService>().RunOnceAsync(None))));
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        await world.RunAsync();
        Assert.Equal(12, server.Received.Count);
        Assert.Equal(12, server.Received.Select(one => one.Header("Message-ID")).Distinct().Count());
        Assert.Equal(12, (await world.ToldAsync("gao")).Count);
        foreach (var instance in instances)
        {
            Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
            Assert.Equal([0, 1], (await world.EventsAsync(instance)).OfType<TierReached>().Select(reached => reached.Tier));
        }
    }

    private static Func<Task> Decide(ShellWorld world, IServiceProvider node, WorkItemRow item, Guid person, WorkItemDecision decision)
    {
        var actor = new Backoffice.Data.Records.Actor(person, Backoffice.Data.Records.ChangeSource.Page);
        return () => OnAsync<WorkflowCommands>(world, node, commands => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(decision) { Comment = "So" }, None));
    }

    private static Task OnAsync<TService>(ShellWorld world, IServiceProvider node, Func<TService, Task> act)
        where TService : notnull => world.InScopeAsync<TService, bool>(
            async service =>
            {
                await act(service);
                return true;
            },
            node);

    /// <summary>All begin together.</summary>
    /// <returns>The refusals; any other failure fails the test.</returns>
    private static async Task<List<RefusalException>> RaceAsync(ShellWorld world, params Func<Task>[] acts)
    {
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = acts.Select(async act =>
        {
            await begin.Task;
            try
            {
                await act();
                return null;
            }
            catch (RefusalException refusal)
            {
                return refusal;
            }
        }).ToList();
        begin.SetResult();
        var refusals = (await Task.WhenAll(running)).OfType<RefusalException>().ToList();
        await ShellCheck.AllAsync(world.Work);
        return refusals;
    }
}
