using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Web.Hosting.Accounts;
using Forms.Definitions;
using Forms.Formulas;
using Forms.Problems;

namespace Backoffice.Web.Hosting;

/// <summary>
/// Makes an installation ready to be used: database, definitions, directory, accounts, and at the first start the demo
/// company. Broken off anywhere, it is continued by the next one; done again, it changes nothing and is quick.
/// </summary>
internal sealed class Installation(
    BackofficeSettings settings, DatabaseStartup database, PublishedDefinitions published, FormulaWorkers formulas, AccountOpening opening, DemoCompany demo)
{
    /// <param name="withDemo">Whether a new database gets the demo records.</param>
    /// <returns>What people should be told.</returns>
    /// <exception cref="RefusalException">Invalid: the definitions have errors; each is named with file and line.</exception>
    internal async Task<InstallationReport> PrepareAsync(bool withDemo, CancellationToken ct)
    {
        MakeDataFolder(settings.Data);
        var reading = Task.Run(this.ReadFolder, ct); // while the database is opened, which takes as long
        await database.RunAsync(null, ct);
        if (this.FolderSet(await reading) is { } set && !published.IsInForce(set))
        {
            await this.CheckFormulasAsync(ct);
            await database.RunAsync(set, ct, withDemo);
        }

        var keys = published.Current.Directory.People.Select(person => person.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var accounts = await opening.OpenMissingAsync(person => keys.Contains(person.Key), settings.AccountsFile, ct);
        if (withDemo && await database.HasDemoToPlayAsync(ct))
        {
            await demo.PlayAsync(ct);
        }

        return new InstallationReport(accounts);
    }

    private LoadResult? ReadFolder() => Directory.Exists(settings.Definitions) ? ProductKinds.Load(settings.Definitions) : null;

    /// <summary>What the folder says; null when there is no folder, and what was published serves on.</summary>
    private DefinitionSet? FolderSet(LoadResult? loaded) => loaded switch
    {
        { Set: { } set } => set,
        null when published.SchemaVersion > 0 => null,
        null => throw this.Refused([new Problem(settings.Definitions, "definition.no-folder", "There is no such folder.")]),
        _ => throw this.Refused(loaded.Problems),
    };

    /// <summary>Only for definitions that are new: reading every formula takes a while.</summary>
    private async Task CheckFormulasAsync(CancellationToken ct)
    {
        var problems = await new DefinitionsCheck(ProductKinds.All, formulas.AnalyzeAsync).RunAsync(settings.Definitions, ct);
        if (problems.Any(problem => problem.Severity == Severity.Error))
        {
            throw this.Refused(problems);
        }
    }

    private RefusalException Refused(IReadOnlyList<Problem> problems) => new(
        RefusalReason.Invalid,
        "definitions.invalid",
        $"The definitions in {settings.Definitions} have errors:",
        [.. problems.Where(problem => problem.Severity == Severity.Error)]);

    /// <summary>The folder holds passwords and everything else: for its owner only.</summary>
    private static void MakeDataFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
