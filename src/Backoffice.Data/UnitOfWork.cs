using Backoffice.Data.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Backoffice.Data;

/// <summary>
/// Runs work in one transaction of a context of its own, commits, and then runs what the work asked to run after the
/// commit (<see cref="BackofficeDb.AfterCommit"/>). An exception rolls back. On SQLite writes of this process stand
/// in one queue; on the others a deadlock, a serialization failure or a lost race for a unique key starts the work
/// over. Thread-safe.
/// </summary>
public sealed partial class UnitOfWork(BackofficeDbFactory factory, PublishedDefinitions published, ILogger<UnitOfWork> log)
{
    private const int MostAttempts = 5;

    private static readonly AsyncLocal<bool> Inside = new();

    private readonly ContextPool contexts = new(factory);

    /// <summary>Runs work that writes. It may run several times, so it changes nothing but its context.</summary>
    /// <param name="retry">Whether a concurrency conflict, too, starts the work over; otherwise it is thrown.</param>
    /// <exception cref="InvalidOperationException">Called inside another unit of work, for which it would wait for ever.</exception>
    public async Task<T> RunAsync<T>(Func<BackofficeDb, CancellationToken, Task<T>> work, CancellationToken ct, bool retry = true)
    {
        if (Inside.Value)
        {
            throw new InvalidOperationException("A unit of work was started inside another one. Pass on the context of the outer one.");
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await this.RunOnceAsync(work, ct);
            }
            catch (Exception failure) when (attempt < MostAttempts && LostRace.Is(failure, retry))
            {
                this.LogStartsOver(attempt, failure.GetBaseException().Message);
            }
        }
    }

    /// <summary>Runs work that writes and gives nothing back.</summary>
    public Task RunAsync(Func<BackofficeDb, CancellationToken, Task> work, CancellationToken ct, bool retry = true) =>
        this.RunAsync(
            async (db, cancel) =>
            {
                await work(db, cancel);
                return true;
            },
            ct,
            retry);

    /// <summary>Runs work that only reads, without a transaction.</summary>
    public async Task<T> ReadAsync<T>(Func<BackofficeDb, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var db = this.contexts.Rent(published.Schema);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await this.WithAsync(db, () => work(db, ct));
    }

    private async Task<T> RunOnceAsync<T>(Func<BackofficeDb, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var db = this.contexts.Rent(published.Schema);
        return await this.WithAsync(db, async () =>
        {
            var result = await this.CommitAsync(db, work, ct);
            foreach (var callback in db.AfterCommitCallbacks)
            {
                await this.RunAfterCommitAsync(callback);
            }

            return result;
        });
    }

    /// <summary>Gives the context back when all went well, and throws it away otherwise.</summary>
    private async Task<T> WithAsync<T>(BackofficeDb db, Func<Task<T>> work)
    {
        T result;
        try
        {
            result = await work();
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }

        await this.contexts.ReturnAsync(db);
        return result;
    }

    private async Task<T> CommitAsync<T>(BackofficeDb db, Func<BackofficeDb, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var turn = db.Kind == DatabaseKind.Sqlite ? await factory.Writes.EnterAsync(ct) : null;
        Inside.Value = true;
        try
        {
            // On SQLite this is BEGIN IMMEDIATE: the lock is taken now, not at the first write, when it might be too late.
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var result = await work(db, ct);
            await db.SaveChangesAsync(ct);
            // From here on it is done, whoever has gone away meanwhile.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            Inside.Value = false;
        }
    }

    private async Task RunAfterCommitAsync(Func<Task> callback)
    {
        try
        {
            await callback();
        }
#pragma warning disable CA1031 // The work is committed; what follows must not make it look as if it were not.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.LogAfterCommit(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Attempt {Attempt} lost a race and starts over: {Reason}")]
    private partial void LogStartsOver(int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that follows a commit failed")]
    private partial void LogAfterCommit(Exception failure);
}
