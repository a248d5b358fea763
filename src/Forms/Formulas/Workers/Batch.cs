namespace Forms.Formulas.Workers;

/// <summary>The questions of one caller. Answers keep their order; the queue's lock guards <see cref="Waiting"/>.</summary>
internal sealed class Batch(int count)
{
    private readonly TaskCompletionSource<object[]> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object?[] _answers = new object?[count];
    private int _missing = count;

    public LinkedList<Job> Waiting { get; } = new();

    /// <summary>How many of its questions a lane takes at once; grows while they are quick.</summary>
    public int ChunkSize { get; set; } = 8;

    /// <summary>One of its formulas was stopped or killed its worker: asked one by one from then on, and briefly.</summary>
    public bool IsSuspect { get; set; }

    /// <summary>One of its formulas reached its deadline: the rest is not given the benefit of the doubt.</summary>
    public bool WasStopped { get; set; }

    public bool IsAbandoned => _done.Task.IsCompleted;

    public Task<object[]> Done => _done.Task;

    public void Cancel(CancellationToken ct) => _done.TrySetCanceled(ct);

    public void Answer(int index, object answer)
    {
        if (Interlocked.CompareExchange(ref _answers[index], answer, null) is null && Interlocked.Decrement(ref _missing) == 0)
        {
            _done.TrySetResult(_answers!);
        }
    }
}
