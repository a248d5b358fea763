using System.Collections.Concurrent;
using System.Globalization;
using Forms.Formulas.Evaluation;
using Forms.Formulas.Protocol;

namespace Forms.Formulas;

/// <summary>
/// The worker process: answers the frames of its parent until its input closes, so that it does not outlive a parent that
/// was killed. Verb <c>formula worker</c>. It defends itself as well as it can, and is expected to be killed otherwise.
/// </summary>
public static class FormulaWorker
{
    /// <summary>The worker asks to be replaced: its memory was used up.</summary>
    internal const int WornOut = 3;

    private const int Stack = 8 << 20;

    /// <summary>Runs until <paramref name="input"/> ends. Nothing else may write to <paramref name="output"/>.</summary>
    /// <returns>The exit code of the process.</returns>
    public static int Run(Stream input, Stream output)
    {
        // Before the first pattern is made: none may run long, wherever it is used.
        AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromMilliseconds(200));
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        using var frames = new BlockingCollection<Frame>();
        if (Frame.Read(input) is not { Kind: FrameKind.Limits } first)
        {
            return 2;
        }

        var evaluator = new Evaluator(Messages.ReadLimits(first.Read()));
        var exit = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => exit.TrySetResult(Answer(frames, evaluator, output)), Stack) { IsBackground = true, Name = "formulas" };
        thread.Start();
        var reader = new Thread(() => ReadAll(input, frames, evaluator, exit)) { IsBackground = true, Name = "frames" };
        reader.Start();
        return exit.Task.GetAwaiter().GetResult();
    }

    private static void ReadAll(Stream input, BlockingCollection<Frame> frames, Evaluator evaluator, TaskCompletionSource<int> exit)
    {
        try
        {
            while (Frame.Read(input) is { } frame)
            {
                if (frame.Kind == FrameKind.Abandon)
                {
                    evaluator.Abandon();
                }
                else
                {
                    frames.Add(frame);
                }
            }

            exit.TrySetResult(0);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or OutOfMemoryException)
        {
            exit.TrySetResult(WornOut);
        }
    }

    private static int Answer(BlockingCollection<Frame> frames, Evaluator evaluator, Stream output)
    {
        evaluator.Evaluate(new FormulaCall("1.5 * 2", new Dictionary<string, object?>()), TimeSpan.FromSeconds(10));
        output.Write(Frame.Encode(FrameKind.Ready));
        output.Flush();
        var calendars = new KnownCalendars();
        foreach (var frame in frames.GetConsumingEnumerable())
        {
            if (frame.Kind == FrameKind.Calendar)
            {
                using var reader = frame.Read();
                var (number, dates) = Messages.ReadCalendar(reader);
                calendars.Add(number, dates);
                continue;
            }

            byte[] answer;
            try
            {
                answer = Answer(frame, evaluator, calendars);
            }
            catch (OutOfMemoryException)
            {
                output.Write(Messages.Result(new FormulaResult(null, WorkerErrors.Memory())));
                output.Flush();
                return WornOut;
            }

            output.Write(answer);
            output.Flush();
        }

        return 0;
    }

    private static byte[] Answer(Frame frame, Evaluator evaluator, KnownCalendars calendars)
    {
        using var reader = frame.Read();
        if (frame.Kind == FrameKind.Analyze)
        {
            return Messages.Analysis(evaluator.Analyze(reader.ReadString()));
        }

        var (call, deadline) = Messages.ReadEvaluate(reader, calendars);
        return Messages.Result(evaluator.Evaluate(call, deadline));
    }
}
