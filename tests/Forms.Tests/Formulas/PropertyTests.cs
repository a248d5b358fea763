using Forms.Formulas;
using FsCheck;
using FsCheck.Fluent;

namespace Forms.Tests.Formulas;

/// <summary>Laws of exact money, over many generated amounts sent as one batch.</summary>
public sealed class PropertyTests(Pool pool)
{
    private static decimal[] Amounts(int count) =>
        [.. Gen.Choose(-100_000_000, 100_000_000).Sample(count, count).Select((n, i) => n / (i % 3 == 0 ? 100m : i % 3 == 1 ? 1m : 1_000_000m))];

    [Fact]
    public async Task Adding_and_taking_away_gives_the_first_number()
    {
        var amounts = Amounts(400);
        var calls = amounts.Zip(amounts.Reverse(), (a, b) => Pool.Call("a + b - b === a && a * 3 / 3 === a && (a < b) === (b > a)", new { a, b })).ToList();
        var results = await pool.Workers.EvaluateAsync(calls, CancellationToken.None);
        Assert.All(results, r => Assert.Equal(new FormulaResult(true, null), r));
    }

    [Fact]
    public async Task Parts_add_up_to_the_total()
    {
        var totals = Amounts(300).Select(a => decimal.Round(a, 2)).ToArray();
        var calls = totals.Select((total, i) => Pool.Call("sum(allocate(total, weights)) === total", new { total, weights = Enumerable.Range(1, (i % 7) + 1).ToArray() })).ToList();
        var results = await pool.Workers.EvaluateAsync(calls, CancellationToken.None);
        Assert.All(results, r => Assert.Equal(new FormulaResult(true, null), r));
    }

    [Fact]
    public async Task Arithmetic_is_that_of_decimals()
    {
        var amounts = Amounts(200);
        var calls = amounts.Select(a => Pool.Call("a * 1.17 - a / 4", new { a }, scale: 2)).ToList();
        var results = await pool.Workers.EvaluateAsync(calls, CancellationToken.None);
        Assert.Equal(amounts.Select(a => decimal.Round((a * 1.17m) - (a / 4), 2, MidpointRounding.AwayFromZero)), results.Select(r => (decimal)r.Value!));
    }
}
