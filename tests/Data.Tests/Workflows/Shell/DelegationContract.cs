using Backoffice.Data.Instances;
using Backoffice.Data.Workflows;
using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteDelegationTests(SqliteShell database) : DelegationContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresDelegationTests(PostgresShell database) : DelegationContract(database), IClassFixture<PostgresShell>;

/// <summary>Who acts for somebody else, for how long, and for what.</summary>
public abstract class DelegationContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static WorkflowDefinition Signed => Flow.Line("signed", Flow.Approval("sign", "gao"), Flow.Approval("then", "hu"));

    [Fact]
    public async Task A_proxy_finds_the_items_and_acts_and_both_are_named()
    {
        await using var world = await database.OpenAsync(Signed);
        var instance = await world.SubmitAsync();
        await GiveAsync(world, "gao", "chen", TimeSpan.FromHours(1));
        var item = await world.ItemAsync(instance, "gao");
        Assert.Equal([item.Id], await InboxAsync(world, "chen"));

        await world.CommandAsync("chen", (commands, actor) => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(WorkItemDecision.Approve), None));

        var (gao, chen) = (await world.IdAsync("gao"), await world.IdAsync("chen"));
        var done = (await world.EventsAsync(instance)).OfType<WorkItemCompleted>().Single();
        Assert.Equal((chen, (Guid?)gao), (done.Person, done.OnBehalfOf));
        var row = Assert.Single(await world.ItemsAsync(instance), one => one.Id == item.Id);
        Assert.Equal((gao, (Guid?)chen), (row.Person, row.ActedBy));
        var view = await world.InScopeAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(new Backoffice.Data.Records.Actor(chen, Backoffice.Data.Records.ChangeSource.Page), item.Id, None));
        Assert.Contains(view.Instance.Trail, entry => entry is { Act: TrailActs.Approved, PersonName: "chen", OnBehalfOf: "gao" });
        Assert.Equal("work-item.not-yours", (await world.RefusedAsync(async () => await DecideForAsync(world, "chen", instance, "hu"))).Code);

        // Who acted takes it back, not the holder.
        Assert.Equal("decision.not-yours", (await world.RefusedAsync(() => world.CommandAsync("gao", (commands, actor) => commands.TakeBackAsync(actor, item.Id, None)))).Code);
        await world.CommandAsync("chen", (commands, actor) => commands.TakeBackAsync(actor, item.Id, None));
    }

    [Fact]
    public async Task A_delegation_that_is_over_or_not_begun_or_revoked_or_for_another_workflow_gives_nothing()
    {
        await using var world = await database.OpenAsync(Signed);
        var instance = await world.SubmitAsync();
        await GiveAsync(world, "gao", "wang", TimeSpan.FromHours(5), starts: TimeSpan.FromHours(2));
        await GiveAsync(world, "gao", "hu", TimeSpan.FromHours(5), workflows: ["something-else"]);
        var revoked = await GiveAsync(world, "gao", "chen", TimeSpan.FromHours(5));
        await GiveAsync(world, "gao", "root", TimeSpan.FromHours(5), workflows: ["other", "signed"]);
        await world.InScopeAsync<DelegationStore, bool>(async store =>
        {
            await store.RevokeAsync(await world.ActorAsync("gao"), revoked.Id, None);
            return true;
        });

        foreach (var proxy in new[] { "wang", "hu", "chen" })
        {
            Assert.Empty(await InboxAsync(world, proxy));
            Assert.Equal("work-item.not-yours", (await world.RefusedAsync(() => DecideForAsync(world, proxy, instance, "gao"))).Code);
        }

        world.Time.Advance(TimeSpan.FromHours(2));
        Assert.Single(await InboxAsync(world, "wang"));
        Assert.Single(await InboxAsync(world, "root"));
        world.Time.Advance(TimeSpan.FromHours(3));
        Assert.Empty(await InboxAsync(world, "wang"));
        Assert.Equal("work-item.not-yours", (await world.RefusedAsync(() => DecideForAsync(world, "root", instance, "gao"))).Code);
    }

    [Fact]
    public async Task A_delegation_is_ones_own_to_give_and_makes_sense()
    {
        await using var world = await database.OpenAsync(Signed);

        Assert.Equal("delegation.forbidden", (await Assert.ThrowsAsync<RefusalException>(() => GiveAsync(world, "gao", "chen", TimeSpan.FromHours(1), by: "chen"))).Code);
        Assert.Equal(["delegation.proxy"], await CodesAsync(() => GiveAsync(world, "gao", "gao", TimeSpan.FromHours(1))));
        Assert.Equal(["delegation.ends"], await CodesAsync(() => GiveAsync(world, "gao", "chen", TimeSpan.FromHours(1), starts: TimeSpan.FromHours(1))));
        Assert.Equal(["delegation.long"], await CodesAsync(() => GiveAsync(world, "gao", "chen", TimeSpan.FromDays(400))));
        await world.LeaveAsync("chen");
        Assert.Equal(["delegation.proxy"], await CodesAsync(() => GiveAsync(world, "gao", "chen", TimeSpan.FromHours(1))));
        var given = await GiveAsync(world, "gao", "wang", TimeSpan.FromHours(1), by: "root");
        Assert.Equal(await world.IdAsync("root"), given.CreatedBy);
    }

    private static async Task<IEnumerable<string>> CodesAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusalException>(act)).Problems!.Select(problem => problem.Code);

    private static async Task<DelegationRow> GiveAsync(
        ShellWorld world, string holder, string proxy, TimeSpan ends, TimeSpan starts = default, IReadOnlyList<string>? workflows = null, string? by = null)
    {
        var (actor, from, to) = (await world.ActorAsync(by ?? holder), await world.IdAsync(holder), await world.IdAsync(proxy));
        var now = world.Time.GetUtcNow();
        return await world.InScopeAsync<DelegationStore, DelegationRow>(store => store.GiveAsync(actor, from, to, now + starts, now + ends, workflows ?? [], "Leave", None));
    }

    private static async Task<IEnumerable<Guid>> InboxAsync(ShellWorld world, string person)
    {
        var id = await world.IdAsync(person);
        return (await world.InScopeAsync<WorkItemQueries, IReadOnlyList<WorkItemSummary>>(queries => queries.InboxAsync(id, None))).Select(item => item.Id);
    }

    private static async Task DecideForAsync(ShellWorld world, string proxy, Guid instance, string holder)
    {
        var item = await world.ItemAsync(instance, holder);
        await world.CommandAsync(proxy, (commands, actor) => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(WorkItemDecision.Approve), None));
    }
}
