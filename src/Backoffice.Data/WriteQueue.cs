namespace Backoffice.Data;

/// <summary>
/// Writers of this process, one at a time in the order of their coming: SQLite has one writer, and waiting here is
/// fair and cheap, where waiting in SQLite is polling.
/// </summary>
internal sealed class WriteQueue
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the turn; disposing gives it to the next.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await this.turn.WaitAsync(ct);
        return new Turn(this.turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
