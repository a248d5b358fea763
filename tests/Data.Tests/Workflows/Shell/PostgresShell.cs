using Backoffice.Data;
using Data.Tests.Databases;
using Npgsql;

namespace Data.Tests.Workflows.Shell;

public sealed class PostgresShell : ShellDatabase
{
    private static readonly Lazy<Task<string>> Prepared = new(MakeAsync);
    private static readonly SemaphoreSlim OneCopy = new(1, 1);

    protected override string? Missing => PostgresServer.Missing;

    protected override async Task<DatabaseOptions> CopyAsync()
    {
        var template = await Prepared.Value;
        var name = NewName();

        // PostgreSQL copies a database only while nobody else does.
        await OneCopy.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneCopy.Release();
        }

        return await OptionsAsync(name, pooling: true);
    }

    protected override async Task DropAsync(DatabaseOptions copy)
    {
        await using (var connection = new NpgsqlConnection(copy.ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(copy.ConnectionString).Database} WITH (FORCE)");
    }

    private static async Task<string> MakeAsync()
    {
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE {name}");
        await PrepareAsync(await OptionsAsync(name, pooling: false));
        return name;
    }

    private static string NewName() => "shell_" + Guid.NewGuid().ToString("N");

    private static async Task<DatabaseOptions> OptionsAsync(string name, bool pooling) => new(
        DatabaseKind.PostgreSql,
        new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync()) { Database = name, Pooling = pooling, MaxPoolSize = 40 }.ToString());

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
