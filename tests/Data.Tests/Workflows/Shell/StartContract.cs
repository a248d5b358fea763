using Backoffice.Data.Workflows.Background;
using Forms.Conditions;
using Forms.Definitions.Calendars;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteStartTests(SqliteShell database) : StartContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresStartTests(PostgresShell database) : StartContract(database), IClassFixture<PostgresShell>;

/// <summary>What starts an instance besides a person, once.</summary>
public abstract class StartContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Condition Large = new() { Field = "amount", Operator = ComparisonOperator.Above, Value = ShellCompany.Json(100) };

    private static WorkflowDefinition Started(params StartTrigger[] triggers) => Flow.On(
        ShellCompany.Request,
        "started",
        new StartActivity { Id = "start", Label = "Start", On = triggers },
        Flow.Approval("check", "hu"));

    private static WorkflowDefinition Scheduled(string cron, Condition? condition = null) => Flow.On(
        ShellCompany.Request,
        "scheduled",
        new StartActivity { Id = "start", Label = "Start", On = [new StartTrigger { By = StartTriggerKind.Schedule, Cron = cron, If = condition }] },
        new SetFieldActivity { Id = "mark", Label = "Mark", Values = new Dictionary<string, System.Text.Json.JsonElement> { ["note"] = ShellCompany.Json("seen") } });

    [Fact]
    public async Task A_new_record_starts_one_for_its_maker()
    {
        await using var world = await database.OpenAsync(Started(new StartTrigger { By = StartTriggerKind.Created }));
        var record = await world.DraftAsync();
        Assert.Empty(await world.InstancesAsync("started"));

        await world.RunAsync();
        await world.RunAsync();

        var instance = Assert.Single(await world.InstancesAsync("started"));
        Assert.Equal((record.Id, await world.IdAsync("lin")), (instance.Record, instance.Initiator));
        Assert.All(await world.OutboxAsync(), entry => Assert.NotNull(entry.DoneAt));
    }

    [Fact]
    public async Task A_change_starts_one_when_a_named_field_has_changed_and_the_condition_holds()
    {
        await using var world = await database.OpenAsync(Started(new StartTrigger { By = StartTriggerKind.Changed, Fields = ["amount"], If = Large }));
        var record = await world.DraftAsync();
        record = await world.SaveAsync("lin", record, changed => changed.Values["note"] = "x");
        record = await world.SaveAsync("lin", record, changed => changed.Values["amount"] = 50m);
        await world.RunAsync();
        Assert.Empty(await world.InstancesAsync("started"));
        Assert.Single(await world.OutboxAsync());

        await world.SaveAsync("lin", record, changed => changed.Values["amount"] = 150m);
        await world.RunAsync();

        Assert.Single(await world.InstancesAsync("started"));
    }

    [Fact]
    public async Task A_record_that_is_under_way_already_starts_nothing_more()
    {
        await using var world = await database.OpenAsync(
            Started(new StartTrigger { By = StartTriggerKind.Created }, new StartTrigger { By = StartTriggerKind.Changed }));
        var record = await world.DraftAsync();
        await world.SaveAsync("lin", record, changed => changed.Values["note"] = "x");

        await world.RunAsync();

        Assert.Single(await world.InstancesAsync("started"));
        Assert.Equal(2, (await world.OutboxAsync()).Count(entry => entry.DoneAt is not null));
    }

    [Fact]
    public async Task A_record_that_is_gone_starts_nothing()
    {
        await using var world = await database.OpenAsync(Started(new StartTrigger { By = StartTriggerKind.Created }));
        var record = await world.DraftAsync();
        var root = await world.ActorAsync("root");
        await world.InScopeAsync<Backoffice.Data.Records.RecordStore, bool>(async store =>
        {
            await store.DeleteAsync(root, record.Form, record.Id, record.Version, None);
            return true;
        });

        await world.RunAsync();

        Assert.Empty(await world.InstancesAsync("started"));
        Assert.NotNull(Assert.Single(await world.OutboxAsync()).DoneAt);
    }

    [Fact]
    public async Task A_schedule_starts_one_for_each_record_for_which_it_holds_at_each_moment_once()
    {
        await using var world = await database.OpenAsync(Scheduled("0 0 8 * * ?", Large));
        var second = await world.SecondNodeAsync();
        var large = await world.DraftAsync(fill: record => record.Values["amount"] = 200m);
        await world.DraftAsync(fill: record => record.Values["amount"] = 20m);

        await this.BothAsync(world, second);
        Assert.Empty(await world.InstancesAsync("scheduled"));
        world.Time.Advance(TimeSpan.FromHours(23));
        await this.BothAsync(world, second);
        Assert.Equal(large.Id, Assert.Single(await world.InstancesAsync("scheduled")).Record);
        await this.BothAsync(world, second);
        Assert.Single(await world.InstancesAsync("scheduled"));

        // Three mornings passed while nothing ran: they are made up for once.
        world.Time.Advance(TimeSpan.FromDays(3));
        await this.BothAsync(world, second);
        Assert.Equal(2, (await world.InstancesAsync("scheduled")).Count);
        Assert.Equal("seen", (await world.RecordAsync(ShellCompany.Request, large.Id))["note"]);
    }

    [Fact]
    public async Task A_schedule_goes_by_the_zone_of_the_companys_calendar()
    {
        var calendar = new CalendarDefinition { Key = "main", Label = "Main", Default = true, TimeZone = "Asia/Shanghai", Hours = new WeekHours { Monday = ["09:00-17:00"] } };
        await using var world = await database.OpenAsync(Scheduled("0 0 18 * * ?"), calendar);
        await world.DraftAsync();
        await world.RunAsync();

        // 09:00 in London is 17:00 in Shanghai.
        await world.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(await world.InstancesAsync("scheduled"));
        await world.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Single(await world.InstancesAsync("scheduled"));
    }

    [Fact]
    public async Task A_schedule_that_cannot_be_read_stops_nothing_else()
    {
        var deadline = new DeadlineSettings { After = "1bh", Tiers = [new DeadlineTier { Act = TierAct.Reject }] };
        await using var world = await database.OpenAsync(Flow.Line("due", Flow.Approval("sign", "gao") with { Deadline = deadline }), Scheduled("every now and then"));
        var instance = await world.SubmitAsync();

        await world.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(InstanceStatus.Rejected, await world.StatusAsync(instance));
    }

    private async Task BothAsync(ShellWorld world, IServiceProvider second)
    {
        await Task.WhenAll(
            world.Get<WorkflowService>().RunOnceAsync(None),
            second.GetRequiredService<WorkflowService>().RunOnceAsync(None));
        await world.RunAsync();
    }
}
