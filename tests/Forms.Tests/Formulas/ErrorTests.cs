using Forms.Formulas;

namespace Forms.Tests.Formulas;

public sealed class ErrorTests(Pool pool)
{
    public static TheoryData<string, string, int, int> Places() => new()
    {
        { "totl + 1", FormulaErrorCodes.UnknownName, 1, 1 },
        { "var a = 1;\n  return a +\n totl;", FormulaErrorCodes.UnknownName, 3, 2 },
        { "1 +\n", FormulaErrorCodes.Syntax, 1, 3 },
        { "1 + (2", FormulaErrorCodes.Syntax, 1, 5 },
        { "total.b.c", FormulaErrorCodes.Type, 1, 9 },
        { "total.round()", FormulaErrorCodes.Type, 1, 7 },
        { "1 + total / 0", FormulaErrorCodes.DivideByZero, 1, 5 },
        { "total * 'x'", FormulaErrorCodes.Type, 1, 1 },
        { "x = 1; return x", FormulaErrorCodes.Undeclared, 1, 1 },
        { "return 1 +\n  (function (a) { return a.b.c; })({})", FormulaErrorCodes.Type, 2, 30 },
        { "throw new Error('No rate')", FormulaErrorCodes.Thrown, 1, 7 },
        { "Math.max = 1", FormulaErrorCodes.NotAllowed, 1, 1 },
        { "round(total, 'x')", FormulaErrorCodes.Type, 1, 1 },
        { "with (total) {}", FormulaErrorCodes.Syntax, 1, 1 },
        { "total + 010", FormulaErrorCodes.Syntax, 1, 9 },
        { "'\\07'", FormulaErrorCodes.Syntax, 1, 1 },
        { "1 <!-- 2", FormulaErrorCodes.Syntax, 1, 3 },
        { "a => 1", FormulaErrorCodes.ModernSyntax, 1, 3 },
        { "`x`", FormulaErrorCodes.ModernSyntax, 1, 1 },
        { "total?.x", FormulaErrorCodes.ModernSyntax, 1, 6 },
        { "total ?? 1", FormulaErrorCodes.ModernSyntax, 1, 7 },
        { "let x = 1; return x", FormulaErrorCodes.ModernSyntax, 1, 1 },
        { "const x = 1; return x", FormulaErrorCodes.ModernSyntax, 1, 1 },
        { "[...total]", FormulaErrorCodes.ModernSyntax, 1, 2 },
        { "class A {}", FormulaErrorCodes.ModernSyntax, 1, 1 },
        { "2 ** 3", FormulaErrorCodes.ModernSyntax, 1, 3 },
        { "var { a } = total; return a", FormulaErrorCodes.ModernSyntax, 1, 5 },
        { "for (var x of total) {} return 1", FormulaErrorCodes.ModernSyntax, 1, 12 },
        { "(function (a = 1) { return a; })()", FormulaErrorCodes.ModernSyntax, 1, 14 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Has_its_code_and_place(string source, string code, int line, int column)
    {
        var error = await pool.Error(source, new { total = 5m });
        Assert.Equal((code, line, column), (error.Code, error.Line, error.Column));
    }

    [Theory]
    [InlineData("totl", "There is no field or function called 'totl'. Did you mean 'total'?")]
    [InlineData("total.b.c", "'c' cannot be read: 'total.b' is empty.")]
    [InlineData("throw new Error('No rate')", "No rate")]
    [InlineData("throw 'No rate'", "No rate")]
    [InlineData("total.round()", "'round' is not a function here.")]
    public async Task Says_it_in_our_words(string source, string message) =>
        Assert.Equal(message, (await pool.Error(source, new { total = 5m })).Message);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("function () {}")]
    [InlineData("parseFloat('x')")]
    [InlineData("[1, [NaN]]")]
    [InlineData("var x = 1;")]
    public async Task What_is_no_result_is_refused(string source) => Assert.Equal(FormulaErrorCodes.Result, (await pool.Error(source)).Code);

    [Fact]
    public async Task An_input_with_the_name_of_a_called_function_is_an_error() =>
        Assert.Equal(FormulaErrorCodes.Input, (await pool.Error("round(1.5)", new { round = 1m })).Code);

    [Fact]
    public async Task Analysis_lists_what_is_read()
    {
        var analysis = await pool.Workers.AnalyzeAsync(
            "var l = lines[0]; return lines.reduce(function (a, x) { return a + x.amount; }, 0) + customer.rating.level + sum(rows, 'n') + l.tax",
            CancellationToken.None);
        Assert.Empty(analysis.Errors);
        Assert.Equal(["customer.rating.level", "lines", "lines[]", "lines[].amount", "lines[].tax", "rows", "rows[].n"], analysis.Reads);
    }

    [Fact]
    public async Task Analysis_says_where_each_part_of_a_path_is_read_first()
    {
        var analysis = await pool.Workers.AnalyzeAsync("sum(lines, function (l) {\n  return l.amount * rate;\n}) + customer\n  .rating + rate + sum(lines, 'tax')", CancellationToken.None);
        Assert.Empty(analysis.Errors);
        Assert.Equal(
            new Dictionary<string, FormulaPlace>
            {
                ["lines"] = new(1, 5),
                ["lines[].amount"] = new(2, 12),
                ["rate"] = new(2, 21),
                ["customer"] = new(3, 6),
                ["customer.rating"] = new(4, 4),
                ["lines[].tax"] = new(4, 31),
            },
            analysis.Places);
    }

    [Fact]
    public async Task Analysis_reports_syntax() =>
        Assert.Equal(FormulaErrorCodes.Syntax, (await pool.Workers.AnalyzeAsync("1 +", CancellationToken.None)).Errors[0].Code);
}
