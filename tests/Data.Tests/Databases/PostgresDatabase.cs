using Backoffice.Data;
using Npgsql;

namespace Data.Tests.Databases;

/// <summary>A database on the PostgreSQL of BACKOFFICE_TEST_POSTGRES, or on a private server when Debian's binaries are there.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private readonly string name = "test_" + Guid.NewGuid().ToString("N");

    protected override string? Missing => PostgresServer.Missing;

    protected override async Task<DatabaseOptions> CreateAsync()
    {
        await this.ExecuteAsync($"CREATE DATABASE {this.name}");
        var connection = new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync()) { Database = this.name };
        return new DatabaseOptions(DatabaseKind.PostgreSql, connection.ToString());
    }

    protected override async Task DropAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await this.ExecuteAsync($"DROP DATABASE {this.name} WITH (FORCE)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
