using System.Text.Json;
using Backoffice.Data.Instances;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// Does what waits in the outbox, a few entries side by side, so that a slow server keeps nobody else waiting. Each is taken
/// under a lease right before it is done, and marked. What fails is tried again with growing pauses, and given up after
/// <see cref="MostAttempts"/>; an administrator sees it then. Thread-safe.
/// </summary>
public sealed partial class OutboxWorker(UnitOfWork work, IServiceScopeFactory scopes, MailOptions mail, TimeProvider time, ILogger<OutboxWorker> log)
{
    public const int MostAttempts = 6;

    /// <summary>The longest that one entry may take; well within its lease.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const int AtOnce = 50;
    private const int SideBySide = 4;
    private const int LongestError = 1_000;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Does what is due. When it is cancelled, mails that are being sent are finished first.</summary>
    /// <returns>How many entries were taken; 0 when there is nothing to do.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var taken = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct };
        await Parallel.ForEachAsync(await this.DueAsync(ct), options, async (entry, _) =>
        {
            if (await this.ClaimAsync(entry, ct))
            {
                Interlocked.Increment(ref taken);
                entry.Attempts++;
                await this.DoAsync(entry, ct);
            }
        });
        return taken;
    }

    private Task<List<OutboxRow>> DueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return work.ReadAsync(
            (db, token) => db.Outbox
                .Where(row => row.DueAt <= now && (row.LeasedUntil == null || row.LeasedUntil < now))
                .Where(row => row.Kind != OutboxKind.Mail || mail.Host != null)
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.Id)
                .Take(AtOnce)
                .ToListAsync(token),
            ct);
    }

    /// <summary>False when another node was quicker, or when the entry must not be done again.</summary>
    private Task<bool> ClaimAsync(OutboxRow row, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return work.RunAsync(
            async (db, token) =>
            {
                var asRead = db.Outbox.Where(other => other.Id == row.Id && other.DueAt == row.DueAt && other.LeasedUntil == row.LeasedUntil);
                if (row is { Kind: OutboxKind.Mail, LeasedUntil: not null })
                {
                    await asRead.ExecuteUpdateAsync(set => set.SetProperty(other => other.DueAt, (DateTimeOffset?)null).SetProperty(other => other.Error, MailSender.CutOff), token);
                    return false;
                }

                return await asRead.ExecuteUpdateAsync(
                    set => set.SetProperty(other => other.LeasedUntil, now + Lease).SetProperty(other => other.Attempts, other => other.Attempts + 1), token) == 1;
            },
            ct);
    }

    private async Task DoAsync(OutboxRow entry, CancellationToken stop)
    {
        // A mail that is cut off is never sent again, so a node that stops lets it go out; anything else can be done again.
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, entry.Kind == OutboxKind.Mail ? CancellationToken.None : stop);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        try
        {
            await this.DoAsync(services, entry, either.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && entry.Kind != OutboxKind.Mail)
        {
            await this.LeaveAsync(entry.Id, time.GetUtcNow(), error: null);
            throw;
        }
#pragma warning disable CA1031 // Whatever went wrong, it is kept with the entry and tried again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.LogFailed(failure, entry.Kind, entry.Id, entry.Attempts);
            await this.FailedAsync(services, entry, failure);
        }
    }

    private async Task DoAsync(IServiceProvider services, OutboxRow entry, CancellationToken ct)
    {
        switch (entry.Kind)
        {
            case OutboxKind.Mail:
                await services.GetRequiredService<MailSender>().SendAsync(entry, Read<MailOrder>(entry), ct);
                await this.DoneAsync(entry.Id);
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

    private async Task FailedAsync(IServiceProvider services, OutboxRow entry, Exception failure)
    {
        var last = entry.Attempts >= MostAttempts || failure is RefusalException { Reason: not RefusalReason.Conflict } or PermanentFailureException;
        var error = failure is OperationCanceledException ? "There was no answer in time." : failure.Message;
        error = error.Length > LongestError ? error[..LongestError] : error;
        if (!last || !await GiveUpAsync(services, entry, error))
        {
            await this.LeaveAsync(entry.Id, last ? null : time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, entry.Attempts + 1)), error);
        }
    }

    /// <summary>Tells the instance that waits for it. False when none does.</summary>
    private static async Task<bool> GiveUpAsync(IServiceProvider services, OutboxRow entry, string error)
    {
        try
        {
            switch (entry)
            {
                case { Kind: OutboxKind.Call, Wait: not null }:
                    await services.GetRequiredService<HttpCaller>().GiveUpAsync(entry, error, CancellationToken.None);
                    return true;
                case { Kind: OutboxKind.Start, Wait: not null }:
                    await services.GetRequiredService<InstanceStarter>().GiveUpAsync(entry, error, CancellationToken.None);
                    return true;
                default:
                    return false;
            }
        }
        catch (PermanentFailureException)
        {
            // The instance has ended or gone on meanwhile.
            return false;
        }
    }

    /// <summary>Gives the lease back.</summary>
    /// <param name="again">When it is tried again; null for never.</param>
    private Task LeaveAsync(Guid id, DateTimeOffset? again, string? error) => work.RunAsync(
        (db, token) => db.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, again).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null).SetProperty(row => row.Error, error),
            token),
        CancellationToken.None);

    private Task DoneAsync(Guid id)
    {
        var now = time.GetUtcNow();
        return work.RunAsync((db, token) => db.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(set => Done(set, now), token), CancellationToken.None);
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
