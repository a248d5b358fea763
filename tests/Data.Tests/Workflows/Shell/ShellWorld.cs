using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Backoffice.Data.Schema;
using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Forms.Definitions;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

/// <summary>
/// The company of <see cref="ShellCompany"/> on a database of its own, with a clock that the test sets. After each act the
/// rows are compared with the states, and the states with the events (<see cref="ShellCheck"/>).
/// </summary>
internal sealed class ShellWorld(DatabaseOptions options, ShellSettings settings, DefinitionSet set) : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<ServiceProvider> nodes = [];

    private ServiceProvider? node;

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What is done when it is closed.</summary>
    internal Func<Task>? Dropped { get; init; }

    internal UnitOfWork Work => this.Get<UnitOfWork>();

    private ServiceProvider Node => this.node ??= this.AddNode();

    internal T Get<T>()
        where T : notnull => this.Node.GetRequiredService<T>();

    /// <summary>One more node on the same database and by the same clock.</summary>
    internal async Task<IServiceProvider> SecondNodeAsync(ShellSettings? other = null)
    {
        var second = this.AddNode(other);
        await second.GetRequiredService<PublishedDefinitions>().LoadAsync(None);
        return second;
    }

    internal Task PublishAsync(DefinitionSet? other = null) => this.Get<DatabaseStartup>().RunAsync(other ?? set, None);

    internal async Task<Actor> ActorAsync(string person) => new(await this.IdAsync(person), ChangeSource.Page);

    internal async Task<Guid> IdAsync(string person) => (await this.Get<DirectoryStore>().GetAsync(None)).PersonByKey(person)!.Id;

    internal async Task<Guid[]> IdsAsync(params string[] people)
    {
        var directory = await this.Get<DirectoryStore>().GetAsync(None);
        return [.. people.Select(person => directory.PersonByKey(person)!.Id)];
    }

    internal async Task<Record> DraftAsync(string person = "lin", Action<Record>? fill = null, string form = ShellCompany.Request)
    {
        var actor = await this.ActorAsync(person);
        return await this.InScopeAsync<RecordStore, Record>(async store =>
        {
            var record = await store.NewAsync(actor, form, None);
            record.Values[form == ShellCompany.Request ? "title" : "name"] = "A thing";
            fill?.Invoke(record);
            return await store.SaveAsync(actor, record, None);
        });
    }

    internal async Task<Guid> SubmitAsync(Record record, string person = "lin", IReadOnlyDictionary<string, IReadOnlyList<Guid>>? chosen = null)
    {
        var actor = await this.ActorAsync(person);
        return await this.ActAsync<WorkflowCommands, Guid>(commands => commands.SubmitAsync(actor, record.Form, record.Id, record.Version, null, None, chosen));
    }

    /// <summary>A new request, submitted by Lin.</summary>
    internal async Task<Guid> SubmitAsync(Action<Record>? fill = null) => await this.SubmitAsync(await this.DraftAsync(fill: fill));

    internal Task DecideAsync(string person, Guid instance, WorkItemDecision decision, string? comment = "Because") =>
        this.DecideAsync(person, instance, new WorkItemAnswer(decision) { Comment = comment });

    internal async Task DecideAsync(string person, Guid instance, WorkItemAnswer answer)
    {
        var item = await this.ItemAsync(instance, person);
        await this.CommandAsync(person, (commands, actor) => commands.DecideAsync(actor, item.Id, answer, None));
    }

    internal Task ApproveAsync(string person, Guid instance) => this.DecideAsync(person, instance, WorkItemDecision.Approve, null);

    /// <summary>The initiator sends a returned instance on its way again.</summary>
    internal async Task ResubmitAsync(Guid instance, string person = "lin")
    {
        var item = await this.ItemAsync(instance, person);
        await this.CommandAsync(person, (commands, actor) => commands.ResubmitAsync(actor, item.Id, null, None));
    }

    internal async Task CommandAsync(string person, Func<WorkflowCommands, Actor, Task> act)
    {
        var actor = await this.ActorAsync(person);
        await this.ActAsync<WorkflowCommands, bool>(async commands =>
        {
            await act(commands, actor);
            return true;
        });
    }

    internal async Task AdministerAsync(Func<InstanceAdministration, Actor, Task> act, string person = "root")
    {
        var actor = await this.ActorAsync(person);
        await this.ActAsync<InstanceAdministration, bool>(async administration =>
        {
            await act(administration, actor);
            return true;
        });
    }

    internal async Task<Record> SaveAsync(string person, Record record, Action<Record> change)
    {
        var actor = await this.ActorAsync(person);
        var changed = record.Copy();
        change(changed);
        return await this.ActAsync<RecordStore, Record>(store => store.SaveAsync(actor, changed, None));
    }

    /// <summary>The act was refused, which changes nothing.</summary>
    internal async Task<RefusalException> RefusedAsync(Func<Task> act)
    {
        var before = await this.CountEventsAsync();
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(before, await this.CountEventsAsync());
        await ShellCheck.AllAsync(this.Work);
        return refusal;
    }

    /// <summary>The clock goes on, and the node does what is due.</summary>
    internal async Task AdvanceAsync(TimeSpan by)
    {
        this.Time.Advance(by);
        await this.RunAsync();
    }

    /// <summary>The node does what is due.</summary>
    internal async Task RunAsync()
    {
        await this.Get<WorkflowService>().RunOnceAsync(None);
        await ShellCheck.AllAsync(this.Work);
    }

    internal Task<WorkflowInstanceRow> InstanceAsync(Guid id) => this.Work.ReadAsync((db, ct) => db.Instances.SingleAsync(row => row.Id == id, ct), None);

    internal async Task<InstanceStatus> StatusAsync(Guid id) => (await this.InstanceAsync(id)).Status;

    internal async Task<InstanceState> StateAsync(Guid id) => StoredStates.Read((await this.InstanceAsync(id)).State);

    internal async Task<Record> RecordAsync(Guid instance)
    {
        var row = await this.InstanceAsync(instance);
        return await this.RecordAsync(row.Form, row.Record);
    }

    internal async Task<Record> RecordAsync(string form, Guid id) => (await this.Work.ReadAsync((db, ct) => RecordReader.FindAsync(db, form, id, ct), None))!;

    internal Task<List<WorkItemRow>> ItemsAsync(Guid instance) =>
        this.Work.ReadAsync((db, ct) => db.WorkItems.Where(row => row.Instance == instance).OrderBy(row => row.Number).ToListAsync(ct), None);

    /// <summary>The open item of a person.</summary>
    internal async Task<WorkItemRow> ItemAsync(Guid instance, string person)
    {
        var id = await this.IdAsync(person);
        return Assert.Single(await this.ItemsAsync(instance), row => row.Person == id && row.State == WorkItemState.Open);
    }

    internal Task<List<WaitRow>> WaitsAsync(Guid instance) =>
        this.Work.ReadAsync((db, ct) => db.Waits.Where(row => row.Instance == instance).OrderBy(row => row.Number).ToListAsync(ct), None);

    internal Task<List<OutboxRow>> OutboxAsync() => this.Work.ReadAsync((db, ct) => db.Outbox.OrderBy(row => row.Id).ToListAsync(ct), None);

    internal Task<List<WorkflowInstanceRow>> InstancesAsync(string workflow) =>
        this.Work.ReadAsync((db, ct) => db.Instances.Where(row => row.Workflow == workflow).OrderBy(row => row.StartedAt).ToListAsync(ct), None);

    internal async Task<List<WorkflowEvent>> EventsAsync(Guid instance) =>
        [.. (await this.Work.ReadAsync((db, ct) => db.InstanceEvents.Where(row => row.Instance == instance).OrderBy(row => row.Sequence).ToListAsync(ct), None))
            .SelectMany(row => InstanceEventsText.Read(row.Events))];

    internal async Task<List<string>> ToldAsync(string person)
    {
        var id = await this.IdAsync(person);
        return await this.Work.ReadAsync((db, ct) => db.Notifications.Where(row => row.Person == id).OrderBy(row => row.At).Select(row => row.Text).ToListAsync(ct), None);
    }

    /// <summary>Somebody leaves the company.</summary>
    internal async Task LeaveAsync(string person)
    {
        await this.Work.RunAsync(
            async (db, ct) =>
            {
                (await db.People.SingleAsync(row => row.Key == person, ct)).Active = false;
                (await db.Versions.SingleAsync(row => row.Name == VersionRow.Directory, ct)).Value++;
            },
            None);
        this.Time.Advance(DirectoryStore.Staleness + TimeSpan.FromSeconds(1));
    }

    internal async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> act, IServiceProvider? on = null)
        where TService : notnull
    {
        await using var scope = (on ?? this.Node).CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in this.nodes)
        {
            await one.DisposeAsync();
        }

        await (this.Dropped?.Invoke() ?? Task.CompletedTask);
    }

    private async Task<T> ActAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        var result = await this.InScopeAsync(act);
        await ShellCheck.AllAsync(this.Work);
        return result;
    }

    private Task<int> CountEventsAsync() => this.Work.ReadAsync((db, ct) => db.InstanceEvents.CountAsync(ct), None);

    private ServiceProvider AddNode(ShellSettings? other = null)
    {
        var with = other ?? settings;
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(with.Time ?? this.Time);
        services.AddSingleton(with.Mail);
        services.AddSingleton(with.Calls);
        services.AddSingleton<EvaluateFormulas>(with.Workers is { } workers ? workers.EvaluateAsync : ShellCompany.EvaluateAsync);
        services.AddSingleton<AnalyzeFormula>(ShellCompany.AnalyzeAsync);
        services.AddSingleton(new PublishedKind("workflow", typeof(WorkflowDefinition)));
        services.AddBackofficeData(options);
        var built = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        this.nodes.Add(built);
        return built;
    }
}
