using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Backoffice.Data.Live;

/// <summary>Tells open pages of this node what was committed. Thread-safe; raised after the commit, never before.</summary>
public sealed partial class LiveChanges(ILogger<LiveChanges> log)
{
    private readonly ConcurrentDictionary<Subscription, Func<LiveChange, Task>> handlers = new();

    /// <summary>Calls the handler for each change until disposed. The handler decides whether the change concerns it.</summary>
    public IDisposable Subscribe(Func<LiveChange, Task> handler)
    {
        var subscription = new Subscription(this);
        this.handlers[subscription] = handler;
        return subscription;
    }

    /// <summary>
    /// Tells all subscribers, without waiting for what they do: whoever acted does not wait for the pages of others. A page
    /// that fails does not disturb the others or the caller.
    /// </summary>
    public Task RaiseAsync(LiveChange change)
    {
        foreach (var handler in this.handlers.Values)
        {
            _ = Task.Run(() => this.TellAsync(handler, change));
        }

        return Task.CompletedTask;
    }

    private async Task TellAsync(Func<LiveChange, Task> handler, LiveChange change)
    {
        try
        {
            await handler(change);
        }
        catch (ObjectDisposedException)
        {
            // The page was closed meanwhile.
        }
#pragma warning disable CA1031 // The change is committed; a page that cannot show it must not turn it into an error.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.LogFailure(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not show a change")]
    private partial void LogFailure(Exception failure);

    private sealed class Subscription(LiveChanges owner) : IDisposable
    {
        public void Dispose() => owner.handlers.TryRemove(this, out _);
    }
}
