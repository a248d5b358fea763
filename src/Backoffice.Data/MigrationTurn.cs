using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>
/// Lets one process at a time migrate a SQLite file. EF's own lock is a row, which stays when the process that wrote it
/// is killed, and then every later start waits for ever. This one is a file that is held open: whoever is killed lets go
/// of it, so that a row found while holding it belongs to nobody and may go.
/// </summary>
internal static class MigrationTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the turn; disposing the answer ends it. Null where the database itself takes care of it.</summary>
    internal static async Task<IAsyncDisposable?> EnterAsync(BackofficeDb db, CancellationToken ct)
    {
        var file = db.Kind == DatabaseKind.Sqlite ? db.Database.GetDbConnection().DataSource : string.Empty;
        if (file.Length == 0 || file.StartsWith(':') || file.StartsWith("file:", StringComparison.Ordinal))
        {
            return null;
        }

        var turn = await OpenAsync(Path.GetFullPath(file) + "-migrating", ct);

        // EF chooses the journal only when it makes the file, which one that was killed may have done just before.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'; DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        return turn;
    }

    private static async Task<FileStream> OpenAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, ct);
            }
        }
    }
}
