using Forms.Formulas.Protocol;

namespace Forms.Formulas.Workers;

/// <summary>
/// Asks one worker at a time and watches it. A formula may run for its limit while nobody waits; when other callers do,
/// it may run for a slice only, then it is stopped and parked. Stopping is first a word to the worker, then a kill.
/// </summary>
internal sealed class Lane(WorkerSupply supply, WorkQueue queue, Verdicts verdicts, TimeProvider time)
{
    private static readonly TimeSpan Politeness = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ChunkTime = TimeSpan.FromMilliseconds(20);
    private const int LargestChunk = 256;

    private readonly Lock _lock = new();
    private WorkerProcess? _worker;
    private Watch? _watch;

    /// <summary>What is running; changed under the lock.</summary>
    private sealed class Watch(WorkerProcess worker, Job job, long begun, TimeSpan limit, bool parks)
    {
        public WorkerProcess Worker => worker;

        public Job Job => job;

        public long Begun => begun;

        public TimeSpan Limit => limit;

        public bool Parks => parks;

        public long? Asked { get; set; }

        public bool Killed { get; set; }
    }

    /// <summary>Asks all; what the worker could not answer is judged, parked or given back to the queue.</summary>
    /// <param name="jobs">In order; one after the other on the same worker.</param>
    /// <param name="limit">For each.</param>
    /// <param name="parks">Whether a job stops early when others wait.</param>
    public async Task ServeAsync(List<Job> jobs, TimeSpan limit, bool parks)
    {
        try
        {
            _worker ??= await supply.TakeAsync();
        }
        catch (FormulaException error)
        {
            jobs.ForEach(job => job.Fail(WorkerErrors.NoWorker(error.Message)));
            return;
        }

        var began = time.GetTimestamp();
        var writing = _worker.AskAsync(jobs);
        for (var i = 0; i < jobs.Count; i++)
        {
            var watch = Begin(jobs[i], limit, parks);
            var frame = await _worker.ReadAsync();
            End();
            if (frame is { } answer && TryJudge(watch, answer))
            {
                continue;
            }

            await writing;
            await BuryAsync(watch);
            queue.Return(jobs[(i + 1)..]);
            return;
        }

        await writing;
        Resize(jobs[0].Batch, jobs.Count, time.GetElapsedTime(began));
    }

    /// <summary>Called by the pool's timer.</summary>
    public void Look(Func<bool, TimeSpan> slice)
    {
        lock (_lock)
        {
            if (_watch is not { Killed: false } watch)
            {
                return;
            }

            var ran = time.GetElapsedTime(watch.Begun);
            if (ran > watch.Limit + Grace || (watch.Asked is { } asked && time.GetElapsedTime(asked) > Politeness))
            {
                watch.Killed = true;
                watch.Worker.Kill();
            }
            else if (watch is { Parks: true, Asked: null } && ran > slice(watch.Job.Batch.IsSuspect))
            {
                watch.Asked = time.GetTimestamp();
                _ = watch.Worker.WriteAsync(Frame.Encode(FrameKind.Abandon));
            }
        }
    }

    /// <summary>Ends the worker, from anywhere; the lane finds out.</summary>
    public void Kill() => _worker?.Kill();

    /// <summary>When nothing is asked any more.</summary>
    public void Close() => _worker?.Dispose();

    private Watch Begin(Job job, TimeSpan limit, bool parks)
    {
        var watch = new Watch(_worker!, job, time.GetTimestamp(), limit, parks);
        job.Begun ??= watch.Begun;
        lock (_lock)
        {
            _watch = watch;
        }

        return watch;
    }

    private void End()
    {
        lock (_lock)
        {
            _watch = null;
        }
    }

    /// <returns>false when the answer makes no sense: then the worker is not to be trusted any more.</returns>
    private bool TryJudge(Watch watch, Frame answer)
    {
        try
        {
            using var reader = answer.Read();
            if (answer.Kind == FrameKind.Analysis)
            {
                watch.Job.Answer(Messages.ReadAnalysis(reader));
            }
            else
            {
                Judge(watch, Messages.ReadResult(reader));
            }

            return true;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or FormatException or ArgumentException or InvalidCastException)
        {
            return false;
        }
    }

    private void Judge(Watch watch, FormulaResult result)
    {
        if (result.Error?.Code != FormulaErrorCodes.Timeout)
        {
            watch.Job.Answer(result);
        }
        else if (watch.Asked is not null)
        {
            verdicts.Park(watch.Job);
        }
        else
        {
            verdicts.Stopped(watch.Job, result);
        }
    }

    private async Task BuryAsync(Watch watch)
    {
        var (exitCode, errors) = await _worker!.EndAsync();
        _worker.Dispose();
        _worker = null;
        if (watch is { Killed: true, Asked: not null })
        {
            verdicts.Park(watch.Job);
        }
        else if (watch.Killed)
        {
            verdicts.Stopped(watch.Job, new FormulaResult(null, WorkerErrors.Timeout(time.GetElapsedTime(watch.Begun))));
        }
        else
        {
            verdicts.Died(watch.Job, exitCode, errors);
        }
    }

    /// <summary>A chunk is to take some 20 ms, so that turns come round quickly.</summary>
    private static void Resize(Batch batch, int asked, TimeSpan took)
    {
        var size = took > TimeSpan.Zero ? asked * (ChunkTime / took) : LargestChunk;
        batch.ChunkSize = (int)Math.Clamp(size, 1, LargestChunk);
    }
}
