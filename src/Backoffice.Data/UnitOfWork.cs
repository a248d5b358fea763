namespace Backoffice.Data;

/// <summary>
/// Runs work in one transaction of a context of its own, commits, and then runs what the work asked to run after the
/// commit (<see cref="BackofficeDb.AfterCommit"/>). An exception rolls back. On SQLite writes of this process stand
/// in one queue; on the others a deadlock, a serialization failure or a lost race starts the work over. Thread-safe.
/// </summary>
public sealed class UnitOfWork
{
    /// <summary>Runs work that writes. It may run several times, so it changes nothing but its context.</summary>
    /// <param name="retry">Whether a concurrency conflict, too, starts the work over; otherwise it is thrown.</param>
    public Task<T> RunAsync<T>(Func<BackofficeDb, CancellationToken, Task<T>> work, CancellationToken ct, bool retry = true) => throw new NotSupportedException();

    /// <summary>Runs work that writes and gives nothing back.</summary>
    public Task RunAsync(Func<BackofficeDb, CancellationToken, Task> work, CancellationToken ct, bool retry = true) => throw new NotSupportedException();

    /// <summary>Runs work that only reads, without a transaction.</summary>
    public Task<T> ReadAsync<T>(Func<BackofficeDb, CancellationToken, Task<T>> work, CancellationToken ct) => throw new NotSupportedException();
}
