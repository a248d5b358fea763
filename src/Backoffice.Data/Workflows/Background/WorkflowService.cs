using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// What a node does for workflows besides answering people: fires waits, empties the outbox, starts by schedule. It sleeps
/// until the next wait is due or something is put into the outbox, at most <see cref="LongestSleep"/>, since other nodes write, too.
/// </summary>
public sealed partial class WorkflowService(DueWaits waits, OutboxWorker outbox, Schedules schedules, OutboxSignal signal, TimeProvider time, ILogger<WorkflowService> log) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    /// <summary>Does everything that is due now, and what follows from it.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        await schedules.RunAsync(ct);
        while (await waits.RunAsync(ct) + await outbox.RunAsync(ct) > 0)
        {
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Yields: the host starts the others meanwhile.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await this.RunOnceAsync(stoppingToken);
                await signal.WaitAsync(await this.SleepAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a while; the service outlives that.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                this.LogFailed(failure);
                await signal.WaitAsync(LongestSleep, stoppingToken);
            }
        }
    }

    private async Task<TimeSpan> SleepAsync(CancellationToken ct)
    {
        var next = await waits.NextAsync(ct) - time.GetUtcNow();
        return next is { } until && until < LongestSleep ? TimeSpan.FromMilliseconds(Math.Max(until.TotalMilliseconds, 50)) : LongestSleep;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work for workflows failed and is tried again")]
    private partial void LogFailed(Exception failure);
}
