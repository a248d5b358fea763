using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Web.Hosting.Accounts;
using Forms.Definitions;
using Forms.Problems;

namespace Backoffice.Web.Hosting;

/// <summary>Makes an installation ready to be used: database, definitions, directory, accounts, and at the first start the demo company.</summary>
internal sealed class Installation(
    BackofficeSettings settings, PublishedDefinitions published, DirectoryStore directory, AccountOpening opening)
{
    /// <summary>Brings everything up to date; done again, it changes nothing.</summary>
    /// <param name="withDemo">Whether a new database gets the demo records.</param>
    /// <returns>What people should be told.</returns>
    /// <exception cref="RefusalException">Invalid: the definitions have errors, and nothing is published that could serve instead.</exception>
    internal async Task<InstallationReport> PrepareAsync(bool withDemo, CancellationToken ct)
    {
        _ = withDemo;
        MakeDataFolder(settings.Data);
        await published.LoadAsync(ct);
        var set = published.Current;
        await directory.SynchroniseAsync(set.Directory, ct);
        var keys = set.Directory.People.Select(person => person.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var accounts = await opening.OpenMissingAsync(person => keys.Contains(person.Key), settings.AccountsFile, ct);
        return new InstallationReport(accounts);
    }

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
