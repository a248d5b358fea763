using Backoffice.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflows.WorkItems;

namespace Data.Tests.Workflows;

/// <summary>Killing the process between any two statements loses nothing and repeats nothing (S3).</summary>
public sealed class KillTests
{
    private sealed record Footprint(string Status, bool Locked, string Instance, int OpenItems, int Trail, int Notifications, int Changes);

    [Fact]
    public async Task A_process_killed_before_any_statement_of_a_decision_leaves_all_of_it_or_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-kill-");
        try
        {
            var prepared = Path.Combine(folder.FullName, "prepared.db");
            await PrepareAsync(prepared);
            var before = await ReadAsync(prepared);
            var after = await DecidedAsync(Copy(prepared, folder, "decided"));
            Assert.NotEqual(before, after);

            var outcomes = new List<Footprint>();
            for (var statement = 1; ; statement++)
            {
                var database = Copy(prepared, folder, $"killed-{statement}");
                var exit = await KilledProcess.RunAsync(database, statement);
                var found = await ReadAsync(database);
                Assert.True(found == before || found == after, $"Killed at statement {statement}: {found}");
                if (found == before)
                {
                    Assert.Equal(after, await DecidedAsync(database));
                }

                outcomes.Add(found);
                if (exit == KilledProcess.Survived)
                {
                    break;
                }
            }

            // The kills really fell on both sides of the commit.
            Assert.Contains(before, outcomes);
            Assert.True(outcomes.Count(outcome => outcome == after) >= 2, "No kill after the commit.");
            Assert.True(outcomes.Count > 8, $"Only {outcomes.Count} statements.");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    internal static DatabaseOptions Options(string file) => new(DatabaseKind.Sqlite, $"Data Source={file}");

    private static async Task PrepareAsync(string file)
    {
        await using var world = await ApprovalWorld.OpenAsync(Options(file), TimeProvider.System);
        await world.SubmitAsync("lin", await world.DraftAsync("lin", 900m));
    }

    private static async Task<Footprint> DecidedAsync(string file)
    {
        await using (var world = await ApprovalWorld.OpenAsync(Options(file), TimeProvider.System))
        {
            await world.DecideAsync("gao", (await world.InboxAsync("gao"))[0].Id, WorkItemDecision.Approve, "Fine");
        }

        return await ReadAsync(file);
    }

    private static async Task<Footprint> ReadAsync(string file)
    {
        await using var world = await ApprovalWorld.OpenAsync(Options(file), TimeProvider.System);
        return await world.Work.ReadAsync(
            async (db, ct) =>
            {
                var instance = await db.Instances.SingleAsync(ct);
                var record = await world.RecordAsync("lin", instance.Record);
                return new Footprint(
                    (string)record["status"]!,
                    record.LockedBy is not null,
                    instance.Status.ToString(),
                    await db.WorkItems.CountAsync(item => item.State == WorkItemState.Open, ct),
                    await db.InstanceEvents.CountAsync(ct),
                    await db.Notifications.CountAsync(ct),
                    await db.RecordChanges.CountAsync(ct));
            },
            CancellationToken.None);
    }

    private static string Copy(string file, DirectoryInfo folder, string name)
    {
        SqliteConnection.ClearAllPools();
        var copy = Path.Combine(folder.FullName, name + ".db");
        foreach (var suffix in new[] { string.Empty, "-wal", "-shm" })
        {
            if (File.Exists(file + suffix))
            {
                File.Copy(file + suffix, copy + suffix);
            }
        }

        return copy;
    }
}
