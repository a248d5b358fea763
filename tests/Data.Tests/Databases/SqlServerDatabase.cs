using Backoffice.Data;
using Microsoft.Data.SqlClient;

namespace Data.Tests.Databases;

/// <summary>A database on the SQL Server of BACKOFFICE_TEST_SQLSERVER.</summary>
public sealed class SqlServerDatabase : TestDatabase
{
    private const string Variable = "BACKOFFICE_TEST_SQLSERVER";

    private readonly string name = "test_" + Guid.NewGuid().ToString("N");

    protected override string? Missing => Configured is null
        ? $"SQL Server is not configured: set {Variable} to a connection string of a login that may create databases."
        : null;

    private static string? Configured => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;

    protected override async Task<DatabaseOptions> CreateAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {this.name}");
        return new DatabaseOptions(DatabaseKind.SqlServer, new SqlConnectionStringBuilder(Configured) { InitialCatalog = this.name }.ToString());
    }

    protected override async Task DropAsync()
    {
        SqlConnection.ClearAllPools();
        await ExecuteAsync($"ALTER DATABASE {this.name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {this.name}");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqlConnection(Configured);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
