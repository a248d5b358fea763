using System.Globalization;
using Backoffice.Data;
using Backoffice.Data.Workflows;

namespace Backoffice.Web.Hosting;

/// <summary>What an installation is told: which database, and where definitions and data are.</summary>
/// <param name="Database">A SQLite file in the data folder where nothing else is said.</param>
/// <param name="Definitions">Folder of the packs.</param>
/// <param name="Data">Folder of the SQLite file and of the accounts file.</param>
internal sealed record BackofficeSettings(DatabaseOptions Database, string Definitions, string Data)
{
    internal const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Where mails of workflows leave; they wait while none is set.</summary>
    internal MailOptions Mail { get; init; } = new();

    /// <summary>What HTTP calls of workflows may reach and send.</summary>
    internal CallOptions Calls { get; init; } = new();

    /// <summary>Where new accounts are written.</summary>
    internal string AccountsFile => Path.Combine(this.Data, "accounts.txt");

    /// <exception cref="Commands.UsageException">A setting cannot be understood.</exception>
    internal static BackofficeSettings From(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data:Folder"] ?? Path.Combine(ProductFolders.Content, "App_Data"));
        return new BackofficeSettings(
            DatabaseOf(configuration, data),
            Path.GetFullPath(configuration["Definitions:Folder"] ?? ProductFolders.Definitions),
            data)
        {
            Mail = MailOf(configuration.GetSection("Mail")),
            Calls = CallsOf(configuration.GetSection("Calls")),
        };
    }

    private static MailOptions MailOf(IConfigurationSection mail)
    {
        var from = mail["From"] ?? new MailOptions().From;
        if (!System.Net.Mail.MailAddress.TryCreate(from, out _))
        {
            throw new Commands.UsageException($"Mail:From is a mail address, but found \"{from}\".");
        }

        return new MailOptions
        {
            Host = string.IsNullOrWhiteSpace(mail["Host"]) ? null : mail["Host"],
            Port = NumberOf(mail["Port"], new MailOptions().Port, "Mail:Port"),
            Tls = SwitchOf(mail["Tls"], "Mail:Tls"),
            User = mail["User"],
            Password = mail["Password"],
            From = from,
        };
    }

    /// <summary>Hosts are a list, or one text with commas, which fits an environment variable.</summary>
    private static CallOptions CallsOf(IConfigurationSection calls)
    {
        var hosts = calls.GetSection("Hosts");
        return new CallOptions
        {
            Hosts = [.. (hosts.Value?.Split(',') ?? hosts.GetChildren().Select(host => host.Value ?? string.Empty)).Select(host => host.Trim()).Where(host => host.Length > 0)],
            Secrets = calls.GetSection("Secrets").GetChildren().ToDictionary(secret => secret.Key, secret => secret.Value ?? string.Empty, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static int NumberOf(string? given, int byDefault, string name) => given is null
        ? byDefault
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65_536
            ? number
            : throw new Commands.UsageException($"{name} is a port, 1 to 65535, but found \"{given}\".");

    private static bool SwitchOf(string? given, string name) =>
        bool.TryParse(given ?? bool.FalseString, out var on) ? on : throw new Commands.UsageException($"{name} is true or false, but found \"{given}\".");

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
