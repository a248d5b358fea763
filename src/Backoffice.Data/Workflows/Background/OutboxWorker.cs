using System.Text.Json;
using Backoffice.Data.Instances;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// Does what waits in the outbox: each entry is taken under a lease, done, and marked. What fails is tried again with growing
/// pauses, and given up after <see cref="MostAttempts"/>; an administrator sees it then. Thread-safe.
/// </summary>
public sealed partial class OutboxWorker(UnitOfWork work, IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxWorker> log)
{
    public const int MostAttempts = 6;

    private const int AtOnce = 50;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Does what is due.</summary>
    /// <returns>How many entries were taken; 0 when there is nothing to do.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var taken = await this.TakeAsync(ct);
        foreach (var entry in taken)
        {
            ct.ThrowIfCancellationRequested();
            await this.DoAsync(entry, ct);
        }

        return taken.Count;
    }

    private Task<List<OutboxRow>> TakeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return work.RunAsync(
            async (db, token) =>
            {
                var due = await db.Outbox.AsNoTracking()
                    .Where(row => row.DueAt <= now && (row.LeasedUntil == null || row.LeasedUntil < now))
                    .OrderBy(row => row.DueAt)
                    .ThenBy(row => row.Id)
                    .Take(AtOnce)
                    .ToListAsync(token);
                var taken = new List<OutboxRow>(due.Count);
                foreach (var row in due)
                {
                    if (await ClaimAsync(db, row, now, token))
                    {
                        row.Attempts++;
                        taken.Add(row);
                    }
                }

            return taken;
            },
            ct);
    }

    /// <summary>False when another node was quicker, or when the entry must not be done again.</summary>
    private static async Task<bool> ClaimAsync(BackofficeDb db, OutboxRow row, DateTimeOffset now, CancellationToken ct)
    {
        var asRead = db.Outbox.Where(other => other.Id == row.Id && other.LeasedUntil == row.LeasedUntil);
        if (row is { Kind: OutboxKind.Mail, LeasedUntil: not null })
        {
            await asRead.ExecuteUpdateAsync(set => set.SetProperty(other => other.DueAt, (DateTimeOffset?)null).SetProperty(other => other.Error, MailSender.CutOff), ct);
            return false;
        }

        return await asRead.ExecuteUpdateAsync(
            set => set.SetProperty(other => other.LeasedUntil, now + Lease).SetProperty(other => other.Attempts, other => other.Attempts + 1), ct) == 1;
    }

    private async Task DoAsync(OutboxRow entry, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        try
        {
            switch (entry.Kind)
            {
                case OutboxKind.Mail:
                    await services.GetRequiredService<MailSender>().SendAsync(entry, Read<MailOrder>(entry), ct);
                    await this.DoneAsync(entry.Id, ct);
                    break;
                case OutboxKind.Call:
                    await services.GetRequiredService<HttpCaller>().CallAsync(entry, Read<CallOrder>(entry), ct);
                    break;
                case OutboxKind.Start:
                    await services.GetRequiredService<InstanceStarter>().StartAsync(entry, Read<StartOrder>(entry), ct);
                    break;
                default:
                    await services.GetRequiredService<InstanceStarter>().EndedAsync(entry, Read<EndOrder>(entry), ct);
                    break;
            }
        }
#pragma warning disable CA1031 // Whatever went wrong, it is kept with the entry and tried again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            this.LogFailed(failure, entry.Kind, entry.Id, entry.Attempts);
            await this.FailedAsync(services, entry, failure, ct);
        }
    }

    private async Task FailedAsync(IServiceProvider services, OutboxRow entry, Exception failure, CancellationToken ct)
    {
        var last = entry.Attempts >= MostAttempts || failure is RefusalException { Reason: not RefusalReason.Conflict } or PermanentFailureException;
        if (last && entry.Kind == OutboxKind.Call)
        {
            await services.GetRequiredService<HttpCaller>().GiveUpAsync(entry, failure.Message, ct);
            return;
        }

        DateTimeOffset? again = last ? null : time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, entry.Attempts + 1));
        await work.RunAsync(
            (db, token) => db.Outbox.Where(row => row.Id == entry.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DueAt, again).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null).SetProperty(row => row.Error, failure.Message),
                token),
            ct);
    }

    private Task DoneAsync(Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return work.RunAsync((db, token) => db.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(set => Done(set, now), token), ct);
    }

    internal static void Done(Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<OutboxRow> set, DateTimeOffset at) => set
        .SetProperty(row => row.DoneAt, at)
        .SetProperty(row => row.DueAt, (DateTimeOffset?)null)
        .SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)
        .SetProperty(row => row.Error, (string?)null);

    private static T Read<T>(OutboxRow entry) => JsonSerializer.Deserialize<T>(entry.Content, JsonSerializerOptions.Web)!;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox entry {Id} ({Kind}) failed at attempt {Attempt}")]
    private partial void LogFailed(Exception failure, OutboxKind kind, Guid id, int attempt);
}
