using Forms.Formulas.Protocol;

namespace Forms.Formulas.Workers;

/// <summary>What becomes of a formula that was stopped or whose worker died.</summary>
internal sealed class Verdicts(WorkQueue queue, Quarantine quarantine, TimeProvider time)
{
    /// <summary>It did not answer within its slice while others waited: asked again in the slow lane.</summary>
    public void Park(Job job)
    {
        job.Batch.IsSuspect = true;
        queue.Park(job, time.GetTimestamp());
    }

    /// <summary>It reached its deadline.</summary>
    public void Stopped(Job job, FormulaResult result)
    {
        job.Batch.IsSuspect = true;
        job.Batch.WasStopped = true;
        quarantine.Stopped(job.Source);
        job.Fail(result.Error!);
    }

    public void Died(Job job, int exitCode, string errors)
    {
        if (exitCode == FormulaWorker.WornOut && job.Crashes++ == 0)
        {
            // The formula before this one used up the memory.
            queue.Return([job]);
            return;
        }

        job.Batch.IsSuspect = true;
        var error = errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || errors.Contains("OutOfMemory", StringComparison.Ordinal)
            ? WorkerErrors.Memory()
            : errors.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase) ? WorkerErrors.Deep() : null;
        if (error is null && job.Crashes++ == 0)
        {
            Park(job);
            return;
        }

        quarantine.Stopped(job.Source);
        job.Fail(error ?? WorkerErrors.Crashed());
    }
}
