using Forms.Formulas;

namespace Bench.Formulas;

/// <summary>
/// Formulas through the workers, beside the plain way: the same work as compiled C#. What the crossing and the exact
/// decimals cost, and how long a hostile formula holds a caller.
/// </summary>
internal static class FormulaScenario
{
    private const int Calls = 50_000;
    private const string Source = "round(quantity * listPrice * (1 - discount), 2)";

    internal static async Task RunAsync()
    {
        await using var workers = new FormulaWorkers(new FormulaWorkerOptions { Command = ("dotnet", [Spine.Product.Assembly, "formula", "worker"]) }, TimeProvider.System);
        Measure.Print("formulas.start", await Measure.SecondsAsync(() => workers.WarmUpAsync(CancellationToken.None)), "s");

        var calls = Enumerable.Range(0, Calls).Select(Call).ToList();
        await workers.EvaluateAsync(calls, CancellationToken.None);
        IReadOnlyList<FormulaResult> results = [];
        var seconds = await Measure.SecondsAsync(async () => results = await workers.EvaluateAsync(calls, CancellationToken.None));
        Measure.Print("formulas.batch", Calls / seconds, "evaluations/s");

        var single = new List<double>();
        for (var round = 0; round < 200; round++)
        {
            single.Add(await Measure.SecondsAsync(() => workers.EvaluateAsync([calls[round]], CancellationToken.None)));
        }

        Measure.Print("formulas.single", Measure.Median(single) * 1000, "ms");
        Plain(results);

        Measure.Print("formulas.endless-loop", await HostileAsync(workers, "for (;;) {}"), "s");
        Measure.Print("formulas.memory-bomb", await HostileAsync(workers, "new Array(4294967295).join('x')"), "s");
        Measure.Print("formulas.bad-regex", await HostileAsync(workers, "/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')"), "s");
    }

    private static async Task<double> HostileAsync(FormulaWorkers workers, string source)
    {
        FormulaResult? result = null;
        var seconds = await Measure.SecondsAsync(async () =>
            result = (await workers.EvaluateAsync([new FormulaCall(source, new Dictionary<string, object?>())], CancellationToken.None))[0]);
        return result!.Error is null ? throw new InvalidOperationException($"{source} gave {result.Value}") : seconds;
    }

    /// <summary>The same arithmetic in C#, and whether the workers agree with it.</summary>
    private static void Plain(IReadOnlyList<FormulaResult> results)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var different = 0;
        for (var index = 0; index < Calls; index++)
        {
            var (quantity, price, discount) = Inputs(index);
            different += decimal.Round(quantity * price * (1 - discount), 2, MidpointRounding.AwayFromZero) == (decimal)results[index].Value! ? 0 : 1;
        }

        Measure.Print("formulas.plain-csharp", Calls / System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds, "evaluations/s");
        Measure.Print("formulas.different", different, "results");
    }

    private static FormulaCall Call(int index)
    {
        var (quantity, price, discount) = Inputs(index);
        return new FormulaCall(Source, new Dictionary<string, object?> { ["quantity"] = quantity, ["listPrice"] = price, ["discount"] = discount });
    }

    private static (decimal Quantity, decimal Price, decimal Discount) Inputs(int index) => (index % 97, 0.05m * (index % 1000), 0.0125m * (index % 9));
}
