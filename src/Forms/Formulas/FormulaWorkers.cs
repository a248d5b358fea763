using Forms.Formulas.Protocol;
using Forms.Formulas.Workers;

namespace Forms.Formulas;

/// <summary>
/// Evaluates formulas in worker processes. Thread safe; one for the whole server.
/// <para>Callers take turns. A formula may run until <see cref="FormulaWorkerOptions.Deadline"/>; while other callers wait
/// for a worker, it is stopped after a slice of that (shorter the more wait, and 100 ms once a formula of the same batch
/// was stopped) and asked once more in a lane of its own, where what remains of 1.5 deadlines since its first start is
/// left to it. A source that was stopped twice within a minute is refused for ten seconds. So an endless loop has its
/// error within two deadlines, and fifty of them do not keep another caller's sum from its answer.</para>
/// <para>A call that kills its worker has an error that says how; the calls with it are asked again.</para>
/// </summary>
public sealed class FormulaWorkers : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LeastSlice = TimeSpan.FromMilliseconds(100);
    private const double Patience = 1.5;

    private readonly FormulaWorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly WorkQueue _queue;
    private readonly Quarantine _quarantine;
    private readonly WorkerSupply _supply;
    private readonly Lane[] _lanes;
    private readonly Lane _slow;
    private readonly ITimer _timer;
    private readonly Lazy<Task[]> _running;
    private int _disposed;

    /// <summary>Workers are started at the first call, or by <see cref="WarmUpAsync"/>.</summary>
    public FormulaWorkers(FormulaWorkerOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _queue = new WorkQueue(options.MaxWaiting);
        _quarantine = new Quarantine(time);
        _supply = new WorkerSupply(options, _stop.Token);
        var verdicts = new Verdicts(_queue, _quarantine, time);
        _lanes = [.. Enumerable.Range(0, Math.Max(options.Workers, 1)).Select(_ => new Lane(_supply, _queue, verdicts, time))];
        _slow = new Lane(_supply, _queue, verdicts, time);
        _timer = time.CreateTimer(_ => Look(), null, Tick, Tick);
        _running = new Lazy<Task[]>(() => [.. _lanes.Select(lane => Task.Run(() => ServeAsync(lane))), Task.Run(ServeSlowAsync)]);
    }

    /// <summary>Starts the workers, so that the first calls need not wait for them (some 0.2 s).</summary>
    public async Task WarmUpAsync(CancellationToken ct)
    {
        var call = new FormulaCall("1", new Dictionary<string, object?>(StringComparer.Ordinal));
        await Task.WhenAll(_lanes.Select(_ => EvaluateAsync([call], ct)));
    }

    /// <summary>Evaluates a batch; results are in the order of the calls, each with a value or an error.</summary>
    /// <exception cref="OperationCanceledException">By <paramref name="ct"/>; or the pool is being disposed.</exception>
    public async Task<IReadOnlyList<FormulaResult>> EvaluateAsync(IReadOnlyList<FormulaCall> calls, CancellationToken ct)
    {
        var answers = await AskAsync(calls.Count, (batch, i) => Evaluate(batch, i, calls[i]), ct);
        return Array.ConvertAll(answers, a => (FormulaResult)a);
    }

    /// <summary>Reads a formula without running it.</summary>
    /// <exception cref="OperationCanceledException">By <paramref name="ct"/>; or the pool is being disposed.</exception>
    public async Task<FormulaAnalysis> AnalyzeAsync(string source, CancellationToken ct)
    {
        if (source.Length > _options.MaxSourceLength)
        {
            return new FormulaAnalysis([], [TooLong(source)]);
        }

        var answers = await AskAsync(1, (batch, i) => new Job(batch, i, source, Messages.Analyze(source)), ct);
        return (FormulaAnalysis)answers[0];
    }

    /// <summary>Ends the workers; calls in flight are cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync();

        // Only killed, not disposed: nobody is told the end of a disposed process, and a lane may be waiting for it. The
        // timer goes on until then, for a lane that is about to begin with a worker.
        Array.ForEach([.. _lanes, _slow], lane => lane.Kill());
        if (_running.IsValueCreated)
        {
            await Task.WhenAll(_running.Value);
        }

        await _timer.DisposeAsync();
        Array.ForEach([.. _lanes, _slow], lane => lane.Close());
        await _supply.CloseAsync();
        _stop.Dispose();
    }

    private async Task<object[]> AskAsync(int count, Func<Batch, int, Job?> ask, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_disposed == 1, this);
        ct.ThrowIfCancellationRequested();
        if (count == 0)
        {
            return [];
        }

        var batch = new Batch(count);
        var jobs = Enumerable.Range(0, count).Select(i => ask(batch, i)).OfType<Job>().ToList();
        _ = _running.Value;
        if (!_queue.Add(batch, jobs))
        {
            jobs.ForEach(job => job.Fail(WorkerErrors.Busy()));
        }

        await using var cancelled = ct.Register(() => batch.Cancel(ct));
        await using var stopped = _stop.Token.Register(() => batch.Cancel(_stop.Token));
        return await batch.Done;
    }

    /// <returns>null when the call is answered already.</returns>
    private Job? Evaluate(Batch batch, int index, FormulaCall call)
    {
        try
        {
            if (call.Source.Length > _options.MaxSourceLength)
            {
                batch.Answer(index, new FormulaResult(null, TooLong(call.Source)));
                return null;
            }

            return new Job(batch, index, call.Source, Messages.Evaluate(call, _options.Deadline, _options.MaxInputBytes), call.WorkingDates);
        }
        catch (FormulaException error)
        {
            batch.Answer(index, new FormulaResult(null, new FormulaError(error.Code, error.Message, null, null)));
            return null;
        }
    }

    private FormulaError TooLong(string source) => new(FormulaErrorCodes.TooLong,
        FormattableString.Invariant($"The formula has {source.Length:N0} characters; at most {_options.MaxSourceLength:N0} are allowed."), null, null);

    private async Task ServeAsync(Lane lane)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var jobs = Allowed(await _queue.TakeAsync(_stop.Token));
                if (jobs.Count > 0)
                {
                    await lane.ServeAsync(jobs, _options.Deadline, parks: true);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeSlowAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var job = await _queue.TakeParkedAsync(_stop.Token);
                var ran = _time.GetElapsedTime(job.Begun ?? job.Parked);
                var left = (_options.Deadline * Patience) - ran;
                var least = _options.Deadline / 5;
                if (left < least && job.Batch.WasStopped)
                {
                    job.Fail(WorkerErrors.Timeout(ran));
                }
                else if (Allowed([job]).Count > 0)
                {
                    // What only met a busy moment is run again, however late.
                    left = left < least ? least : left < _options.Deadline ? left : _options.Deadline;
                    await _slow.ServeAsync([job], left, parks: false);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Without those whose caller is gone, and those in quarantine.</summary>
    private List<Job> Allowed(List<Job> jobs)
    {
        jobs.RemoveAll(job => job.Batch.IsAbandoned);
        foreach (var job in jobs.ToList())
        {
            if (_quarantine.For(job.Source) is { } left)
            {
                job.Fail(WorkerErrors.Refused(left));
                jobs.Remove(job);
            }
        }

        return jobs;
    }

    private void Look()
    {
        var waiting = _queue.WaitingCallers;
        TimeSpan Slice(bool suspect)
        {
            if (waiting == 0)
            {
                return TimeSpan.MaxValue;
            }

            var slice = suspect ? LeastSlice : _options.Deadline * 0.3 * _lanes.Length / waiting;
            return slice < LeastSlice ? LeastSlice : slice;
        }

        foreach (var lane in _lanes.Append(_slow))
        {
            lane.Look(Slice);
        }
    }
}
