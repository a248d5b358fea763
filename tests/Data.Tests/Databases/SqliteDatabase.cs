using Backoffice.Data;
using Microsoft.Data.Sqlite;

namespace Data.Tests.Databases;

/// <summary>A SQLite file in the temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "backoffice-" + Guid.NewGuid().ToString("N"));

    protected override Task<DatabaseOptions> CreateAsync()
    {
        Directory.CreateDirectory(this.folder);
        return Task.FromResult(new DatabaseOptions(DatabaseKind.Sqlite, $"Data Source={Path.Combine(this.folder, "test.db")}"));
    }

    protected override Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(this.folder, recursive: true);
        return Task.CompletedTask;
    }
}
