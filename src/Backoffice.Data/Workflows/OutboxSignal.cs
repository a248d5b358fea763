namespace Backoffice.Data.Workflows;

/// <summary>Wakes the worker of this node when there is something new to do, so that it need not look all the time. Thread-safe.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0, 1);

    public Task RaiseAsync()
    {
        if (this.waiting.CurrentCount == 0)
        {
            try
            {
                this.waiting.Release();
            }
            catch (SemaphoreFullException)
            {
                // Raised by somebody else in the same moment: the worker wakes up once for both.
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Waits until it is raised, or for this long.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken ct) => this.waiting.WaitAsync(longest, ct);

    /// <inheritdoc/>
    public void Dispose() => this.waiting.Dispose();
}
