using Forms.Formulas.Protocol;

namespace Forms.Formulas.Workers;

/// <summary>Keeps one warm worker as a spare, so that a lane whose worker was killed goes on at once. Thread safe.</summary>
internal sealed class WorkerSupply(FormulaWorkerOptions options, CancellationToken stop)
{
    private readonly Lock _lock = new();
    private readonly WorkerLimits _limits = new(
        options.MaxSourceLength, options.MaxResultBytes, ((long)options.MemoryLimitMegabytes << 20) * 6 / 10);

    private Task<WorkerProcess>? _spare;

    public void Warm()
    {
        lock (_lock)
        {
            _spare ??= StartAsync();
        }
    }

    /// <exception cref="FormulaException">Workers cannot be started.</exception>
    public async Task<WorkerProcess> TakeAsync()
    {
        Task<WorkerProcess> spare;
        lock (_lock)
        {
            spare = _spare ?? StartAsync();
            _spare = null;
        }

        var worker = await spare;
        Warm();
        return worker;
    }

    public async Task CloseAsync()
    {
        Task<WorkerProcess>? spare;
        lock (_lock)
        {
            spare = _spare;
        }

        if (spare is not null)
        {
            try
            {
                (await spare).Dispose();
            }
            catch (Exception error) when (error is FormulaException or OperationCanceledException)
            {
                // It was not to be started; nothing to close.
            }
        }
    }

    private Task<WorkerProcess> StartAsync() => Task.Run(() => WorkerProcess.StartAsync(options, _limits, stop), stop);
}
