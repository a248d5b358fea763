using System.Threading.Channels;
using Forms.Formulas.EvalCommand;

namespace Forms.Formulas;

/// <summary>
/// Verb <c>formula eval</c>: JSON lines in, JSON lines out, in order.
/// <para>In: <c>{"id", "source", "inputs": {name: value}, "scale"?, "rounding"?: "half-up" | "bankers"}</c>. In inputs, at
/// any depth, a number is a decimal, and so is a text that is a plain one: an optional minus, digits without leading
/// zeros, perhaps a point and digits ("12.50", "-3"; not "007", "1e3", "+1", " 1"). Other texts stay texts.</para>
/// <para>Out: <c>{"id", "value"}</c> or <c>{"id", "error": {"code", "message", "line", "column"}}</c>. Numbers are written
/// with all their digits, those of the declared scale included (12.50).</para>
/// <para>A line that cannot be read gives the error <c>input.json</c> (then the id is null) or <c>input.case</c>, and the
/// next line is read. Blank lines are skipped.</para>
/// </summary>
public static class FormulaEvalCommand
{
    private const int LargestBatch = 64;
    private const int BatchesAhead = 4;

    /// <summary>Runs until <paramref name="input"/> ends.</summary>
    /// <returns>0: every line has its answer, errors of formulas included.</returns>
    public static async Task<int> RunAsync(TextReader input, TextWriter output, FormulaWorkers workers, CancellationToken ct)
    {
        var lines = Channel.CreateBounded<string>(LargestBatch * BatchesAhead);
        var batches = Channel.CreateBounded<Task<IReadOnlyList<string>>>(BatchesAhead);
        // On a thread of its own: Console.In blocks in its async methods too.
        var reading = Task.Run(() => ReadAsync(input, lines.Writer, ct), ct);
        var asking = AskAsync(lines.Reader, batches.Writer, workers, ct);
        await foreach (var batch in batches.Reader.ReadAllAsync(ct))
        {
            foreach (var line in await batch)
            {
                await output.WriteLineAsync(line.AsMemory(), ct);
            }

            await output.FlushAsync(ct);
        }

        await Task.WhenAll(reading, asking);
        return 0;
    }

    private static async Task ReadAsync(TextReader input, ChannelWriter<string> lines, CancellationToken ct)
    {
        try
        {
            while (await input.ReadLineAsync(ct) is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    await lines.WriteAsync(line, ct);
                }
            }
        }
        finally
        {
            lines.Complete();
        }
    }

    /// <summary>Takes what has arrived, so that a slow writer has its answers at once and a quick one full batches.</summary>
    private static async Task AskAsync(
        ChannelReader<string> lines, ChannelWriter<Task<IReadOnlyList<string>>> batches, FormulaWorkers workers, CancellationToken ct)
    {
        try
        {
            while (await lines.WaitToReadAsync(ct))
            {
                var batch = new List<EvalCase>();
                while (batch.Count < LargestBatch && lines.TryRead(out var line))
                {
                    batch.Add(EvalCase.Read(line));
                }

                await batches.WriteAsync(AnswerAsync(batch, workers, ct), ct);
            }
        }
        finally
        {
            batches.Complete();
        }
    }

    private static async Task<IReadOnlyList<string>> AnswerAsync(List<EvalCase> cases, FormulaWorkers workers, CancellationToken ct)
    {
        var calls = cases.Where(c => c.Call is not null).Select(c => c.Call!).ToList();
        var results = new Queue<FormulaResult>(await workers.EvaluateAsync(calls, ct));
        return cases.ConvertAll(c => EvalAnswer.Write(c.Id, c.Call is null ? new FormulaResult(null, c.Error) : results.Dequeue()));
    }
}
