using Backoffice.Data.Records;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// Fires the waits whose time has come. A node takes them under a lease, so that each is fired by one; should that node die,
/// another takes them when the lease is over. A wait that is not due costs nothing but its row. Thread-safe.
/// </summary>
public sealed partial class DueWaits(UnitOfWork work, IServiceScopeFactory scopes, TimeProvider time, ILogger<DueWaits> log)
{
    /// <summary>So many are taken at once.</summary>
    private const int AtOnce = 200;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Fires what is due.</summary>
    /// <returns>How many were fired; 0 when nothing is due.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var taken = await this.TakeAsync(ct);
        foreach (var (instance, number) in taken)
        {
            ct.ThrowIfCancellationRequested();
            await this.FireAsync(instance, number, ct);
        }

        return taken.Count;
    }

    /// <summary>When the next wait is due; null when none is.</summary>
    public Task<DateTimeOffset?> NextAsync(CancellationToken ct) =>
        work.ReadAsync((db, token) => db.Waits.Where(wait => wait.DueAt != null).MinAsync(wait => wait.DueAt, token), ct);

    private Task<List<(Guid Instance, int Number)>> TakeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return work.RunAsync(
            async (db, token) =>
            {
                var due = await db.Waits.AsNoTracking()
                    .Where(wait => wait.DueAt <= now && (wait.LeasedUntil == null || wait.LeasedUntil < now))
                    .OrderBy(wait => wait.DueAt)
                    .Take(AtOnce)
                    .Select(wait => new { wait.Instance, wait.Number, wait.LeasedUntil })
                    .ToListAsync(token);
                var taken = new List<(Guid, int)>(due.Count);
                foreach (var wait in due)
                {
                    var mine = await db.Waits
                        .Where(row => row.Instance == wait.Instance && row.Number == wait.Number && row.LeasedUntil == wait.LeasedUntil)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, now + Lease), token);
                    if (mine == 1)
                    {
                        taken.Add((wait.Instance, wait.Number));
                    }
                }

                return taken;
            },
            ct);
    }

    private async Task FireAsync(Guid instance, int number, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<InstanceCommands>().RunAsync(
                Actor.System(ChangeSource.Workflow),
                instance,
                (_, _) => ValueTask.FromResult<WorkflowCommand>(new FireWait(number)),
                ct);
        }
        catch (RefusalException refusal)
        {
            // Somebody acted in the same moment and the wait is gone, or another node was quicker; then nothing is left to do.
            // Where others kept changing the instance, the lease brings the wait back. What will never be accepted is not due again.
            this.LogRefused(instance, number, refusal.Code);
            if (refusal.Code != "wait.used" && refusal.Reason != RefusalReason.Conflict)
            {
                await work.RunAsync(
                    (db, token) => db.Waits.Where(row => row.Instance == instance && row.Number == number).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, (DateTimeOffset?)null), token),
                    ct);
            }
        }
#pragma warning disable CA1031 // One instance that fails does not keep the others waiting; its lease brings it back.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            this.LogFailed(failure, instance, number);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wait {Number} of instance {Instance} was not fired: {Code}")]
    private partial void LogRefused(Guid instance, int number, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Wait {Number} of instance {Instance} could not be fired and is tried again")]
    private partial void LogFailed(Exception failure, Guid instance, int number);
}
