using Backoffice.Data;
using Microsoft.Data.Sqlite;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteShell : ShellDatabase
{
    private static readonly Lazy<Task<string>> Prepared = new(MakeAsync);

    protected override string? Missing => null;

    protected override async Task<DatabaseOptions> CopyAsync()
    {
        var file = Path.Combine(Path.GetDirectoryName(await Prepared.Value)!, $"{Guid.NewGuid():N}.db");
        File.Copy(await Prepared.Value, file);
        return new DatabaseOptions(DatabaseKind.Sqlite, $"Data Source={file}");
    }

    protected override Task DropAsync(DatabaseOptions copy)
    {
        using (var connection = new SqliteConnection(copy.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(copy.ConnectionString).DataSource;
        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-shell-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "prepared.db");

        // Not pooled: the last connection that is closed brings the log into the file.
        await PrepareAsync(new DatabaseOptions(DatabaseKind.Sqlite, $"Data Source={file};Pooling=False"));
        return file;
    }
}
