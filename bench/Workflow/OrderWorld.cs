using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.Formulas;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Bench.Workflow;

/// <summary>The order company on a SQLite file of its own, with the shell of the product and its formula workers.</summary>
internal sealed class OrderWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly FormulaWorkers workers;
    private readonly DirectoryInfo folder;

    private OrderWorld(ServiceProvider services, FormulaWorkers workers, DirectoryInfo folder) => (this.services, this.workers, this.folder) = (services, workers, folder);

    internal IServiceProvider Services => this.services;

    internal string File => Path.Combine(this.folder.FullName, "bench.db");

    internal Actor Clerk { get; private set; } = null!;

    internal Actor Director { get; private set; } = null!;

    internal static async Task<OrderWorld> OpenAsync(bool withFormula, TimeProvider? time = null)
    {
        var place = Directory.CreateTempSubdirectory("backoffice-bench");
        var pool = new FormulaWorkers(new FormulaWorkerOptions { Command = ("dotnet", [Spine.Product.Assembly, "formula", "worker"]) }, TimeProvider.System);
        var all = new ServiceCollection();
        all.AddLogging();
        all.AddSingleton(time ?? TimeProvider.System);
        all.AddSingleton<EvaluateFormulas>(_ => pool.EvaluateAsync);
        all.AddSingleton<AnalyzeFormula>(_ => pool.AnalyzeAsync);
        all.AddSingleton(new PublishedKind("workflow", typeof(WorkflowDefinition)));
        all.AddBackofficeData(new DatabaseOptions(DatabaseKind.Sqlite, $"Data Source={Path.Combine(place.FullName, "bench.db")}"));
        var built = all.BuildServiceProvider();
        await built.GetRequiredService<DatabaseStartup>().RunAsync(OrderCompany.Definitions(withFormula), CancellationToken.None);
        var directory = await built.GetRequiredService<DirectoryStore>().GetAsync(CancellationToken.None);
        return new OrderWorld(built, pool, place)
        {
            Clerk = new Actor(directory.PersonByKey("clerk")!.Id, ChangeSource.Api),
            Director = new Actor(directory.PersonByKey("director")!.Id, ChangeSource.Api),
        };
    }

    /// <summary>Orders over the limit, saved.</summary>
    internal async Task<IReadOnlyList<Record>> OrdersAsync(int count)
    {
        await using var scope = this.services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RecordStore>();
        var orders = new List<Record>(count);
        foreach (var some in Enumerable.Range(0, count).Chunk(500))
        {
            orders.AddRange(await store.SaveManyAsync(this.Clerk, [.. some.Select(Order)], CancellationToken.None));
        }

        return orders;
    }

    /// <summary>From the submit to the end, each command in a scope of its own, as a request or a gesture has it.</summary>
    internal async Task RunAsync(Record order)
    {
        var instance = await this.SubmitAsync(order);
        await using var scope = this.services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorkflowCommands>()
            .DecideAsync(this.Director, WorkItemRows.IdOf(instance, 1), new WorkItemAnswer(WorkItemDecision.Approve), CancellationToken.None);
    }

    internal async Task<Guid> SubmitAsync(Record order)
    {
        await using var scope = this.services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkflowCommands>().SubmitAsync(this.Clerk, OrderCompany.Form, order.Id, order.Version, null, CancellationToken.None);
    }

    internal Task<T> ReadAsync<T>(Func<BackofficeDb, Task<T>> read) =>
        this.services.GetRequiredService<UnitOfWork>().ReadAsync((db, _) => read(db), CancellationToken.None);

    /// <summary>Size of the database with everything moved into its file, in KiB.</summary>
    internal async Task<double> SizeAsync() => await this.ReadAsync(async db =>
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return new FileInfo(this.File).Length / 1024d;
    });

    public async ValueTask DisposeAsync()
    {
        await this.services.DisposeAsync();
        await this.workers.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        this.folder.Delete(recursive: true);
    }

    private static Record Order(int index) => new()
    {
        Form = OrderCompany.Form,
        Id = Guid.CreateVersion7(),
        Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = $"Order {index}", ["amount"] = 1500m + index },
    };
}
