using Forms.Definitions;
using Forms.Definitions.Demo;
using Forms.Definitions.Importing;
using Forms.Formulas;
using Forms.Problems;

namespace Forms.Tests.Definitions;

/// <summary>What the check says about formulas, given what a worker reads in them.</summary>
public sealed class FormulaCheckTests
{
    private static readonly DefinitionKind[] Kinds = [new FormKind(), new ImportKind(), new DemoKind()];

    private const string Formula = "shop/forms/order/total.formula.js";

    [Fact]
    public async Task A_syntax_error_has_file_line_and_column()
    {
        using var folder = PackFolder.Make();

        var problem = Assert.Single(await CheckAsync(folder, [], new FormulaError("formula.syntax", "A bracket is not closed.", 3, 14)));

        Assert.Equal(($"{Formula}:3:14", "formula.syntax", "A bracket is not closed."), (problem.Path, problem.Code, problem.Message));
    }

    [Theory]
    [InlineData("lins", "There is no field \"lins\". Did you mean \"lines\"?")]
    [InlineData("lines[].prize", "There is no field \"lines.prize\". Did you mean \"price\"?")]
    [InlineData("parent.subjct", "There is no field \"parent.subjct\". Did you mean \"subject\"?")]
    [InlineData("record", "There is no field \"record\".")]
    public async Task A_name_that_nobody_gives_is_an_error(string reads, string words)
    {
        using var folder = PackFolder.Make();

        var problem = Assert.Single(await CheckAsync(folder, [reads]));

        Assert.Equal((Formula, "formula.unknown-field"), (problem.Path, problem.Code));
        Assert.StartsWith(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customr.name", 2, 14)]
    [InlineData("parent.subjct", 3, 5)]
    [InlineData("lines[].prize", 4, 7)]
    [InlineData("lins[].price", 5, 1)]
    public async Task A_name_that_nobody_gives_has_the_line_and_column_of_its_first_unknown_part(string reads, int line, int column)
    {
        using var folder = PackFolder.Make();
        var places = new Dictionary<string, FormulaPlace>(StringComparer.Ordinal)
        {
            ["customr"] = new(2, 14),
            ["customr.name"] = new(2, 22),
            ["parent"] = new(1, 1),
            ["parent.subjct"] = new(3, 5),
            ["lines"] = new(1, 9),
            ["lines[].prize"] = new(4, 7),
            ["lins"] = new(5, 1),
        };

        var problem = Assert.Single(await new DefinitionsCheck(Kinds, (_, _) => Task.FromResult(new FormulaAnalysis([reads], []) { Places = places })).RunAsync(folder.Path, CancellationToken.None));

        Assert.Equal(($"{Formula}:{line}:{column}", "formula.unknown-field"), (problem.Path, problem.Code));
    }

    [Fact]
    public async Task Fields_columns_links_and_lengths_are_known()
    {
        using var folder = PackFolder.Make();

        Assert.Empty(await CheckAsync(folder, ["due", "lines", "lines[].price", "lines.length", "parent.subject", "parent.lines[].price"]));
    }

    [Fact]
    public async Task In_a_column_the_row_and_the_record_are_known()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"label\": \"Price\", \"min\": 0", "\"label\": \"Price\", \"formula\": \"total.formula.js\"")
            .Replace(PackFolder.Form, ", \"formula\": \"total.formula.js\" }\n  ],", " }\n  ],");

        Assert.Empty(await CheckAsync(folder, ["price", "record", "record.lines[].price", "record.due"]));
        Assert.Contains("record.du\"", Assert.Single(await CheckAsync(folder, ["record.du"])).Message, StringComparison.Ordinal);
        Assert.Contains("\"due\"", Assert.Single(await CheckAsync(folder, ["due"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_syntax_error_is_found_even_when_the_form_cannot_be_read()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"plural\"", "\"plurals\"");

        var problems = await CheckAsync(folder, ["anything"], new FormulaError("formula.syntax", "No.", 1, 2));

        Assert.Equal(["definition.missing", "definition.unknown-property", "formula.syntax"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Writes_one_line_a_problem_and_their_number()
    {
        using var folder = PackFolder.Make();
        folder.Write("shop/forms/order/old.formula.js", "1\n");
        var output = new StringWriter();

        var code = await Check([], new FormulaError("formula.syntax", "No.", 1, 2)).RunAsync(folder.Path, output, CancellationToken.None);

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "shop/forms/order/old.formula.js: warning definition.code-unused: form.json does not name this file; it does nothing.",
                "shop/forms/order/old.formula.js:1:2: error formula.syntax: No.",
                $"{Formula}:1:2: error formula.syntax: No.",
                "8 files, 2 errors, 1 warning",
            ],
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static Task<IReadOnlyList<Problem>> CheckAsync(PackFolder folder, IReadOnlyList<string> reads, params FormulaError[] errors) =>
        Check(reads, errors).RunAsync(folder.Path, CancellationToken.None);

    private static DefinitionsCheck Check(IReadOnlyList<string> reads, params FormulaError[] errors) =>
        new(Kinds, (_, _) => Task.FromResult(new FormulaAnalysis(reads, errors)));
}
