using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Import;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Definitions.Importing;
using Forms.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Data.Tests.Import;

/// <summary>A database and a folder of CSV files of its own for one test.</summary>
public abstract class ImportFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("backoffice-import-").FullName;
    private ServiceProvider? services;

    protected Actor Root { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(new PublishedKind("form", typeof(FormDefinition)));
        collection.AddSingleton(new PublishedKind("import", typeof(ImportDefinition)));
        collection.AddSingleton<EvaluateFormulas>((calls, _) => throw new InvalidOperationException("The forms of these tests have no formulas."));
        collection.AddSingleton<AnalyzeFormula>((source, _) => throw new InvalidOperationException("The forms of these tests have no formulas."));
        collection.AddBackofficeData(new DatabaseOptions(DatabaseKind.Sqlite, $"Data Source={Path.Combine(this.folder, "test.db")};Pooling=False"));
        collection.AddScoped<Importer>();
        this.services = collection.BuildServiceProvider();
        await this.services.GetRequiredService<DatabaseStartup>().RunAsync(ImportTestForms.Set, CancellationToken.None);
        var directory = await this.services.GetRequiredService<DirectoryStore>().GetAsync(CancellationToken.None);
        this.Root = new Actor(directory.PersonByKey("root")!.Id, ChangeSource.Import);
    }

    public async ValueTask DisposeAsync()
    {
        await this.services!.DisposeAsync();
        Directory.Delete(this.folder, recursive: true);
    }

    protected void Write(string file, params string[] lines) => File.WriteAllText(Path.Combine(this.folder, file), string.Join('\n', lines) + "\n");

    protected void WriteBytes(string file, byte[] content) => File.WriteAllBytes(Path.Combine(this.folder, file), content);

    protected async Task<ImportReport> ImportAsync(params ImportDefinition[] imports)
    {
        await using var scope = this.services!.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Importer>().RunAsync(this.Root, imports, this.folder, null, CancellationToken.None);
    }

    protected async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = this.services!.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
