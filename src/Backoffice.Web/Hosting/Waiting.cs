namespace Backoffice.Web.Hosting;

/// <summary>Waiting for a moment that a token marks.</summary>
internal static class Waiting
{
    /// <summary>Ends when <paramref name="moment"/> is cancelled.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before.</exception>
    internal static async Task WaitAsync(this CancellationToken moment, CancellationToken ct)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = moment.Register(reached.SetResult);
        await reached.Task.WaitAsync(ct);
    }
}
