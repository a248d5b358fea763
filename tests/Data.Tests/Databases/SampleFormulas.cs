using Forms.Formulas;

namespace Data.Tests.Databases;

/// <summary>The formulas of the sample definitions in C#, so that these tests need no worker processes.</summary>
internal static class SampleFormulas
{
    internal const string Amount = "quantity * price";
    internal const string Total = "sum(lines, 'amount')";
    internal const string Long = "title.length < 40";

    internal static Task<IReadOnlyList<FormulaResult>> EvaluateAsync(IReadOnlyList<FormulaCall> calls, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<FormulaResult>>([.. calls.Select(Evaluate)]);

    internal static Task<FormulaAnalysis> AnalyzeAsync(string source, CancellationToken ct) => Task.FromResult(new FormulaAnalysis(
        source switch
        {
            Amount => ["price", "quantity"],
            Total => ["lines", "lines[].amount"],
            _ => ["title"],
        },
        []));

    private static FormulaResult Evaluate(FormulaCall call) => call.Source switch
    {
        Amount when call.Inputs["quantity"] is not decimal => new FormulaResult(null, new FormulaError("formula.type", "quantity is empty.", 1, 1)),
        Amount => new FormulaResult(Round(call, (decimal)call.Inputs["quantity"]! * (call.Inputs["price"] as decimal? ?? 0)), null),
        Total => new FormulaResult(Round(call, Rows(call).Sum(row => row["amount"] as decimal? ?? 0)), null),
        _ => new FormulaResult(((string?)call.Inputs["title"] ?? string.Empty).Length < 40, null),
    };

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Rows(FormulaCall call) =>
        ((IEnumerable<object?>)call.Inputs["lines"]!).Cast<IReadOnlyDictionary<string, object?>>();

    private static decimal Round(FormulaCall call, decimal value) => decimal.Round(value, call.Scale ?? 0, MidpointRounding.AwayFromZero);
}
