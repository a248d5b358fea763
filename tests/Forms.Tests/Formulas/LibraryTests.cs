using System.Globalization;

namespace Forms.Tests.Formulas;

public sealed class LibraryTests(Pool pool)
{
    private const string From = "[{ from: 0, rate: 0.01 }, { from: 1000, rate: 0.02 }, { from: 5000, rate: 0.03 }]";
    private const string UpTo = "[{ upTo: 1000, rate: 0.01 }, { upTo: 5000, rate: 0.02 }, { rate: 0.03 }]";

    public static TheoryData<string, object?> Cases() => new()
    {
        { $"tier(999.99, {From}, 'whole')", 9.9999m },
        { $"tier(1000, {From}, 'whole')", 20m },
        { $"tier(1000, {UpTo}, 'whole')", 10m },
        { $"tier(1000.01, {UpTo}, 'whole')", 20.0002m },
        { $"tier(6000, {From}, 'slab')", 120m },
        { $"tier(6000, {UpTo}, 'slab')", 120m },
        { $"tier(-6000, {UpTo}, 'slab')", -120m },
        { $"tier(0, {From}, 'slab')", 0m },
        { "allocate(100, [1, 1, 1]).join()", "33.34,33.33,33.33" },
        { "allocate(-100, [1, 1, 1]).join()", "-33.34,-33.33,-33.33" },
        { "allocate(0.05, [3, 7]).join()", "0.02,0.03" },
        { "allocate(10, [0, 1, 1], 0).join()", "0,5,5" },
        { "allocate(1000, [1, 1, 1], -1).join()", "340,330,330" },
        { "sum([0.1, 0.2, null, 0.3])", 0.6m },
        { "sum([{ n: 0.1 }, { n: 0.2 }], 'n')", 0.3m },
        { "sum([{ n: 0.1 }, { n: 0.2 }], function (l) { return l.n * 10; })", 3m },
        { "sum([])", 0m },
        { "average([1, 2])", 1.5m },
        { "average([])", null },
        { "count([1, 2, 3])", 3m },
        { "count([1, 2, 3], function (n) { return n > 1; })", 2m },
        { "min(0.3, 0.1)", 0.1m },
        { "max([0.3, 0.1])", 0.3m },
        { "max('2026-01-31', '2025-12-31')", "2026-01-31" },
        { "daysBetween('2024-02-28', '2024-03-01')", 2m },
        { "addDays('2026-12-31', 1)", "2027-01-01" },
        { "addMonths('2024-01-31', 1)", "2024-02-29" },
        { "addMonths('2026-03-31', -1)", "2026-02-28" },
        { "year('2026-05-06') * 10000 + month('2026-05-06') * 100 + day('2026-05-06')", 20260506m },
        { "contains('abc', 'b')", true },
        { "contains([0.1, 0.2], 0.2)", true },
        { "isEmpty(' ')", true },
        { "isEmpty(0)", false },
        { "coalesce(null, undefined, 0, 1)", 0m },
        { "round(1234.5, -2)", 1200m },
        { "round(2.5, 0, 'bankers') + round(3.5, 0, 'bankers')", 6m },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gives(string source, object? expected) => Assert.Equal(expected, await pool.Value(source));

    [Theory]
    [InlineData("1.005", 2, Forms.Formulas.RoundingMode.HalfUp, "1.01")]
    [InlineData("-1.005", 2, Forms.Formulas.RoundingMode.HalfUp, "-1.01")]
    [InlineData("1.005", 2, Forms.Formulas.RoundingMode.Bankers, "1.00")]
    [InlineData("12.5", 2, Forms.Formulas.RoundingMode.HalfUp, "12.50")]
    [InlineData("-0.001", 2, Forms.Formulas.RoundingMode.HalfUp, "0.00")]
    [InlineData("7", 0, Forms.Formulas.RoundingMode.HalfUp, "7")]
    public async Task A_result_is_rounded_once_and_has_its_scale(string source, int scale, Forms.Formulas.RoundingMode mode, string expected)
    {
        var value = (decimal)(await pool.Value(source, scale: scale, rounding: mode))!;
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Sub_tables_and_dates_are_inputs()
    {
        var lines = new[] { new { amount = 0.1m }, new { amount = 0.2m } };
        Assert.Equal(0.3m, await pool.Value("lines.reduce(function (a, l) { return a + l.amount }, 0)", new { lines }));
        Assert.Equal("2026-02-28", await pool.Value("addMonths(due, 1)", new { due = new DateOnly(2026, 1, 31) }));
    }

    [Fact]
    public async Task A_variable_may_have_the_name_of_a_function_and_an_input_too_when_it_is_not_called()
    {
        Assert.Equal(3m, await pool.Value("var sum = 0; for (var i = 0; i < 3; i++) { sum += 1; } return sum"));
        Assert.Equal(2.5m, await pool.Value("total / count", new { total = 5m, count = 2m }));
    }
}
