using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Import;
using Backoffice.Data.Records;
using Backoffice.Web.Hosting;
using Backoffice.Web.Hosting.Accounts;
using Forms.Definitions.Importing;

namespace Backoffice.Web.Commands;

/// <summary>Runs the imports of a pack over a folder of CSV files, while the server runs or not.</summary>
internal static class ImportVerb
{
    internal static async Task<int> RunAsync(Arguments arguments)
    {
        if (arguments.Words is not [var pack, var folder])
        {
            throw new UsageException("import needs a pack and a folder.");
        }

        await using var app = WebHost.Build(arguments);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<Installation>().PrepareAsync(withDemo: true, CancellationToken.None);
        var imports = ImportsOf(services, pack);
        var actor = new Actor(await AdministratorAsync(services), ChangeSource.Import);
        var progress = new ImmediateProgress(done => Console.WriteLine(Line(done)));
        var report = await services.GetRequiredService<Importer>().RunAsync(actor, imports, Path.GetFullPath(folder), progress, CancellationToken.None);
        foreach (var problem in report.Problems)
        {
            await Console.Error.WriteLineAsync(problem.ToString());
        }

        if (arguments.Option("accounts") is { } file)
        {
            await OpenAccountsAsync(services, report.People, Path.GetFullPath(file));
        }

        return report.HasErrors ? 1 : 0;
    }

    /// <summary>Of the pack, or the one import of that key.</summary>
    private static IReadOnlyList<ImportDefinition> ImportsOf(IServiceProvider services, string name)
    {
        var set = services.GetRequiredService<PublishedDefinitions>().Current;
        var files = ProductKinds.Load(services.GetRequiredService<BackofficeSettings>().Definitions).Files;
        var keys = files.Where(file => file.Pack == name).Select(file => file.Document).OfType<ImportDefinition>().Select(import => import.Key).ToHashSet(StringComparer.Ordinal);
        var imports = set.All<ImportDefinition>().Where(import => keys.Contains(import.Key)).ToList();
        if (imports.Count == 0 && set.Find<ImportDefinition>(name) is { } single)
        {
            imports.Add(single);
        }

        return imports.Count > 0
            ? imports
            : throw new UsageException($"There is no pack with imports and no import \"{name}\". Imports: {string.Join(", ", set.All<ImportDefinition>().Select(import => import.Key))}.");
    }

    private static async Task<Guid> AdministratorAsync(IServiceProvider services)
    {
        var directory = await services.GetRequiredService<DirectoryStore>().GetAsync(CancellationToken.None);
        return directory.Administrators().OrderBy(person => person.Key, StringComparer.Ordinal).FirstOrDefault()?.Id
            ?? throw new UsageException("An import is made in the name of an administrator, but nobody has that role.");
    }

    private static async Task OpenAccountsAsync(IServiceProvider services, IReadOnlyList<string> people, string file)
    {
        var keys = people.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var opened = await services.GetRequiredService<AccountOpening>().OpenMissingAsync(person => keys.Contains(person.Key), file, CancellationToken.None);
        await Console.Out.WriteLineAsync(opened.Count == 0
            ? "All imported people have accounts already."
            : $"{opened.Count} accounts with their passwords are in {file}, which only you can read.");
    }

    private static string Line(ImportCounts done)
    {
        var rows = done.SubRows > 0 ? $" ({done.SubRows} lines)" : string.Empty;
        var refused = done.Refused > 0 ? $", {done.Refused} refused" : string.Empty;
        return $"{done.Label}: {done.Inserted} inserted, {done.Updated} updated, {done.Unchanged} unchanged{refused}{rows}";
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, in order and before the next line.</summary>
    private sealed class ImmediateProgress(Action<ImportCounts> tell) : IProgress<ImportCounts>
    {
        public void Report(ImportCounts value) => tell(value);
    }
}
