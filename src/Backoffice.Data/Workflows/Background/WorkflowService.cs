using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// What a node does for workflows besides answering people, in two loops: one fires waits and starts by schedule, one empties
/// the outbox; so a slow mail server makes no deadline late. They sleep until the next wait is due or something is put into
/// the outbox, and not long, since other nodes write, too. When the host stops, what has begun is finished or left to be
/// done again; nothing is lost.
/// </summary>
public sealed partial class WorkflowService(DueWaits waits, OutboxWorker outbox, Schedules schedules, OutboxSignal signal, TimeProvider time, ILogger<WorkflowService> log) : BackgroundService
{
    private static readonly TimeSpan ClockSleep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OutboxSleep = TimeSpan.FromSeconds(15);

    /// <summary>Does everything that is due now, and what follows from it.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        await schedules.RunAsync(ct);
        while (await waits.RunAsync(ct) + await outbox.RunAsync(ct) > 0)
        {
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        this.RepeatAsync(this.FireAsync, stoppingToken),
        this.RepeatAsync(this.EmptyAsync, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        // Yields: the host starts the others meanwhile.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a while; the service outlives that.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                this.LogFailed(failure);
                await Task.Delay(ClockSleep, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FireAsync(CancellationToken stop)
    {
        await schedules.RunAsync(stop);
        if (await waits.RunAsync(stop) == 0)
        {
            var next = await waits.NextAsync(stop) - time.GetUtcNow();
            var sleep = next is { } until && until < ClockSleep ? TimeSpan.FromMilliseconds(Math.Max(until.TotalMilliseconds, 50)) : ClockSleep;
            await Task.Delay(sleep, time, stop);
        }
    }

    private async Task EmptyAsync(CancellationToken stop)
    {
        if (await outbox.RunAsync(stop) == 0)
        {
            await signal.WaitAsync(OutboxSleep, stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work for workflows failed and is tried again")]
    private partial void LogFailed(Exception failure);
}
