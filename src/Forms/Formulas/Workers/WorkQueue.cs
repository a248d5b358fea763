using System.Threading.Channels;

namespace Forms.Formulas.Workers;

/// <summary>
/// What waits for a lane. Callers take turns, a chunk each, so that a large batch does not make a small one wait; formulas
/// that were stopped because others waited are parked for the slow lane, one by one. Thread safe.
/// </summary>
internal sealed class WorkQueue(int maxWaiting)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Batch> _turns = new();
    private readonly Channel<bool> _fast = Channel.CreateUnbounded<bool>();
    private readonly Channel<Job> _slow = Channel.CreateUnbounded<Job>();
    private int _waiting;

    /// <summary>Callers whose questions wait for an ordinary lane.</summary>
    public int WaitingCallers
    {
        get
        {
            lock (_lock)
            {
                return _turns.Count;
            }
        }
    }

    /// <returns>false when too many questions wait already.</returns>
    public bool Add(Batch batch, IReadOnlyCollection<Job> jobs)
    {
        lock (_lock)
        {
            if (_waiting + jobs.Count > maxWaiting)
            {
                return false;
            }

            foreach (var job in jobs)
            {
                batch.Waiting.AddLast(job);
            }

            _waiting += jobs.Count;
            Enqueue(batch);
        }

        return true;
    }

    /// <summary>Questions of a lane whose worker ended: they are next of their batch, in their order.</summary>
    public void Return(IReadOnlyList<Job> jobs)
    {
        lock (_lock)
        {
            foreach (var job in jobs.Reverse())
            {
                job.Batch.Waiting.AddFirst(job);
                _waiting++;
                Enqueue(job.Batch);
            }
        }
    }

    public void Park(Job job, long now)
    {
        job.Parked = now;
        _slow.Writer.TryWrite(job);
    }

    /// <summary>The next chunk of the caller whose turn it is. Waits until there is one.</summary>
    public async Task<List<Job>> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            await _fast.Reader.ReadAsync(ct);
            var chunk = Take();
            if (chunk.Count > 0)
            {
                return chunk;
            }
        }
    }

    public async Task<Job> TakeParkedAsync(CancellationToken ct) => await _slow.Reader.ReadAsync(ct);

    private List<Job> Take()
    {
        var chunk = new List<Job>();
        lock (_lock)
        {
            if (_turns.First is not { Value: var batch })
            {
                return chunk;
            }

            _turns.RemoveFirst();
            var size = batch.IsSuspect ? 1 : batch.ChunkSize;
            while (chunk.Count < size && batch.Waiting.First is { } first)
            {
                batch.Waiting.RemoveFirst();
                _waiting--;
                chunk.Add(first.Value);
            }

            if (batch.IsAbandoned)
            {
                _waiting -= batch.Waiting.Count;
                batch.Waiting.Clear();
                chunk.Clear();
            }

            Enqueue(batch);
        }

        return chunk;
    }

    private void Enqueue(Batch batch)
    {
        if (batch.Waiting.Count > 0 && !_turns.Contains(batch))
        {
            _turns.AddLast(batch);
            _fast.Writer.TryWrite(true);
        }
    }
}
