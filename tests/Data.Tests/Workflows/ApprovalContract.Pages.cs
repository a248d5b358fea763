using Backoffice.Data.Instances;
using Backoffice.Data.Workflows;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows;

/// <summary>What pages ask and do beyond deciding one item.</summary>
public abstract partial class ApprovalContract
{
    [Fact]
    public async Task A_proxy_reads_and_decides_what_the_holder_is_asked_and_nothing_before_or_after()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        await this.world.SubmitAsync("lin", record);
        var item = Assert.Single(await this.world.InboxAsync("gao"));
        await this.IsHiddenAsync("chen", item.Id);

        var (gao, chen) = (await this.world.ActorAsync("gao"), await this.world.ActorAsync("chen"));
        var from = this.time.GetUtcNow().AddHours(1);
        await this.world.DoAsync<DelegationStore>(store => store.GiveAsync(gao, gao.Person, chen.Person, from, from.AddDays(2), [], "Leave", None));
        await this.IsHiddenAsync("chen", item.Id);
        this.time.Advance(TimeSpan.FromHours(2));

        var seen = await this.world.DoAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(chen, item.Id, None));
        Assert.Equal("Gao Min", seen.OnBehalfOf);
        Assert.Contains(WorkItemAction.Approve, seen.Actions);
        Assert.Equal("Gao Min", Assert.Single(await this.world.InboxAsync("chen")).PersonName);
        await this.world.DecideAsync("chen", item.Id, WorkItemDecision.Approve);

        var decided = Assert.Single(await this.world.DoAsync<ProxyDecisions, IReadOnlyList<ProxyDecision>>(decisions => decisions.LatestAsync(gao.Person, 10, None)));
        Assert.Equal(("Chen Ya", WorkItemState.Approved), (decided.ProxyName, decided.State));
        this.time.Advance(TimeSpan.FromDays(3));
        Assert.NotNull(await this.world.DoAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(chen, item.Id, None)));
    }

    [Fact]
    public async Task Several_items_are_decided_each_by_itself()
    {
        var items = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            await this.world.SubmitAsync("lin", await this.world.DraftAsync("lin", 900m, $"Request {i}"));
        }

        items.AddRange((await this.world.InboxAsync("gao")).Select(item => item.Id));
        await this.world.DecideAsync("gao", items[1], WorkItemDecision.Reject, "No");
        var gao = await this.world.ActorAsync("gao");

        var results = await this.world.DoAsync<BulkDecisions, IReadOnlyList<BulkResult>>(bulk => bulk.DecideAsync(gao, items, WorkItemDecision.Approve, null, None));

        Assert.Equal([true, false, true], results.Select(result => result.Refusal is null));
        Assert.Equal("work-item.not-open", results[1].Refusal!.Code);
        Assert.Empty(await this.world.InboxAsync("gao"));
    }

    [Fact]
    public async Task Administrators_see_instances_by_kind_and_others_are_refused()
    {
        var record = await this.world.DraftAsync("lin", 900m, "Looked for");
        var instance = await this.world.SubmitAsync("lin", record);
        var root = await this.world.ActorAsync("root");

        var found = await this.ListAsync(new InstanceFilter { Search = "Looked for" });
        var one = Assert.Single(found.Instances);
        Assert.Equal(("Gao Min", "Manager"), (one.Summary.WaitsFor, one.Steps.Single().Label));
        Assert.Empty((await this.ListAsync(new InstanceFilter { View = InstanceView.Suspended })).Instances);
        await this.world.DoAsync<InstanceAdministration>(admin => admin.SuspendAsync(root, instance, "Looked into", None));
        Assert.Equal(1, (await this.ListAsync(new InstanceFilter())).Counts[InstanceView.Suspended]);

        var inspected = await this.world.DoAsync<InstanceQueries, InstanceInspection>(queries => queries.GetAsync(root, instance, None));
        Assert.Equal(TokenState.Working, Assert.Single(inspected.Tokens).State);
        Assert.Contains(InstanceAct.Resume, inspected.Acts);
        Assert.Empty(inspected.JumpTo);
        var lin = await this.world.ActorAsync("lin");
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.world.DoAsync<InstanceQueries, InstancePage>(queries => queries.ListAsync(lin, new InstanceFilter(), None)));
        Assert.Equal(RefusalReason.Forbidden, refusal.Reason);
    }

    [Fact]
    public async Task What_was_given_up_is_listed_and_sent_again_once()
    {
        var id = Guid.CreateVersion7();
        await this.world.Work.RunAsync(
            (db, _) =>
            {
                db.Outbox.Add(new OutboxRow { Id = id, Kind = OutboxKind.Mail, Content = "{}", CreatedAt = this.time.GetUtcNow(), DueAt = null, Attempts = 6, Error = "451 mailbox busy" });
                return Task.CompletedTask;
            },
            None);
        var root = await this.world.ActorAsync("root");

        var entry = Assert.Single(await this.world.DoAsync<OutboxStore, IReadOnlyList<OutboxEntry>>(store => store.StoppedAsync(root, null, None)));
        Assert.Equal("451 mailbox busy", entry.Error);
        await this.world.DoAsync<OutboxStore>(store => store.SendAgainAsync(root, id, None));

        Assert.Empty(await this.world.DoAsync<OutboxStore, IReadOnlyList<OutboxEntry>>(store => store.StoppedAsync(root, null, None)));
        var row = await this.world.Work.ReadAsync((db, ct) => db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id, ct), None);
        Assert.Equal((0, this.time.GetUtcNow()), (row.Attempts, row.DueAt));
        await Assert.ThrowsAsync<RefusalException>(() => this.world.DoAsync<OutboxStore>(store => store.SendAgainAsync(root, id, None)));
    }

    private async Task<InstancePage> ListAsync(InstanceFilter filter)
    {
        var root = await this.world.ActorAsync("root");
        return await this.world.DoAsync<InstanceQueries, InstancePage>(queries => queries.ListAsync(root, filter, None));
    }

    private async Task IsHiddenAsync(string person, Guid item)
    {
        var actor = await this.world.ActorAsync(person);
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.world.DoAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(actor, item, None)));
        Assert.Equal(RefusalReason.NotFound, refusal.Reason);
    }
}
