using Backoffice.Data;
using Microsoft.Data.Sqlite;

namespace Data.Tests.Workflows;

public sealed class SqliteApprovalTests : ApprovalContract
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"backoffice-approval-{Guid.NewGuid():N}.db");

    protected override Task<DatabaseOptions> DatabaseAsync() => Task.FromResult(KillTests.Options(this.file));

    protected override Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { this.file, this.file + "-wal", this.file + "-shm" })
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }
}
