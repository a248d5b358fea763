using Backoffice.Data;

namespace Backoffice.Web.Hosting;

/// <summary>What an installation is told: which database, and where definitions and data are.</summary>
/// <param name="Database">A SQLite file in the data folder where nothing else is said.</param>
/// <param name="Definitions">Folder of the packs.</param>
/// <param name="Data">Folder of the SQLite file and of the accounts file.</param>
internal sealed record BackofficeSettings(DatabaseOptions Database, string Definitions, string Data)
{
    internal const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Where new accounts are written.</summary>
    internal string AccountsFile => Path.Combine(this.Data, "accounts.txt");

    /// <exception cref="Commands.UsageException">A setting cannot be understood.</exception>
    internal static BackofficeSettings From(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data:Folder"] ?? Path.Combine(ProductFolders.Content, "App_Data"));
        return new BackofficeSettings(
            DatabaseOf(configuration, data),
            Path.GetFullPath(configuration["Definitions:Folder"] ?? ProductFolders.Definitions),
            data);
    }

    private static DatabaseOptions DatabaseOf(IConfiguration configuration, string data)
    {
        var given = configuration["Database:Kind"] ?? nameof(DatabaseKind.Sqlite);
        if (!Enum.TryParse<DatabaseKind>(given, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            throw new Commands.UsageException($"Database:Kind is one of {string.Join(", ", Enum.GetNames<DatabaseKind>())}, but found \"{given}\".");
        }

        var connection = configuration["Database:ConnectionString"];
        if (string.IsNullOrWhiteSpace(connection))
        {
            connection = kind == DatabaseKind.Sqlite
                ? $"Data Source={Path.Combine(data, "backoffice.db")}"
                : throw new Commands.UsageException($"Database:ConnectionString is needed with Database:Kind {kind}.");
        }

        return new DatabaseOptions(kind, connection);
    }
}
