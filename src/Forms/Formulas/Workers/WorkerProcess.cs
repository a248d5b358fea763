using System.Diagnostics;
using System.Text;
using Forms.Formulas.Protocol;

namespace Forms.Formulas.Workers;

/// <summary>One worker process and its pipes. Used by one lane at a time; <see cref="Kill"/> from anywhere.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int KeptErrors = 4000;
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly KnownCalendars _calendars = new();

    private WorkerProcess(Process process)
    {
        _process = process;
        _errors = DrainAsync(process.StandardError);
    }

    /// <summary>Starts a process and waits until it has evaluated something.</summary>
    /// <exception cref="FormulaException">It does not start.</exception>
    public static async Task<WorkerProcess> StartAsync(FormulaWorkerOptions options, WorkerLimits limits, CancellationToken ct)
    {
        WorkerProcess worker;
        try
        {
            worker = new WorkerProcess(Process.Start(WorkerStart.Create(options))!);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            throw new FormulaException(FormulaErrorCodes.Crashed, error.Message);
        }

        await using var killing = ct.Register(worker.Kill);
        if (await worker.WriteAsync(Messages.Limits(limits)) && await worker.ReadAsync() is { Kind: FrameKind.Ready })
        {
            return worker;
        }

        worker.Kill();
        var errors = await worker._errors;
        worker.Dispose();
        ct.ThrowIfCancellationRequested();
        throw new FormulaException(FormulaErrorCodes.Crashed, errors.Length == 0 ? "it ended at once." : errors[..Math.Min(errors.Length, 300)]);
    }

    /// <summary>Writes questions, each calendar before the first that names it.</summary>
    /// <returns>false when the process is gone.</returns>
    public Task<bool> AskAsync(IReadOnlyList<Job> jobs) => WriteAsync(jobs.SelectMany(Question).ToArray());

    /// <returns>false when the process is gone.</returns>
    public async Task<bool> WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(bytes);
            await _process.StandardInput.BaseStream.FlushAsync();
            return true;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <returns>null when the process is gone or talks nonsense.</returns>
    public async Task<Frame?> ReadAsync()
    {
        try
        {
            return await Frame.ReadAsync(_process.StandardOutput.BaseStream);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }

    /// <summary>After the end of its output: how it ended.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private byte[] Question(Job job) => job.Calendar is { } calendar && _calendars.Add(calendar.Number, calendar)
        ? [.. Messages.Calendar(calendar), .. job.Question]
        : job.Question;

    private static async Task<string> DrainAsync(StreamReader errors)
    {
        var kept = new StringBuilder();
        var buffer = new char[1024];
        try
        {
            while (await errors.ReadAsync(buffer) is > 0 and var count)
            {
                kept.Append(buffer, 0, Math.Min(count, KeptErrors - kept.Length));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The process is gone; what was read is enough.
        }

        return kept.ToString();
    }
}
