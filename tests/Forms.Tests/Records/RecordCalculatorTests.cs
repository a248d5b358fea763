using Forms.Definitions;
using Forms.Fields;
using Forms.Formulas;
using Forms.Problems;
using Forms.Records;

namespace Forms.Tests.Records;

/// <summary>Order, batches and failures of computed fields; formulas are C# functions here.</summary>
public sealed class RecordCalculatorTests
{
    private readonly List<int> batches = [];

    [Fact]
    public async Task Fields_are_computed_after_what_they_need_whatever_their_order_in_the_form()
    {
        var form = Form(("gross", "net * 2"), ("net", "amount + 1"));

        var calculated = await this.Calculator().CalculateAsync(form, [Record(1), Record(10)], CancellationToken.None);

        Assert.Equal([4m, 22m], calculated.Select(calculation => calculation.Record["gross"]).Cast<decimal>());
        Assert.Equal([2, 2], this.batches);
    }

    [Fact]
    public async Task Columns_of_all_rows_go_in_one_batch_before_the_field_that_sums_them()
    {
        var form = Form(("net", "rows sum")) with
        {
            Fields = [.. Form(("net", "rows sum")).Fields, new TableField { Id = "rows", Label = "Rows", Columns = [new NumberField { Id = "x", Label = "X" }, new NumberField { Id = "double", Label = "Double", Formula = "x * 2" }] }],
            Files = new Dictionary<string, string> { ["rows sum"] = "rows sum", ["x * 2"] = "x * 2" },
        };
        var record = Record(0);
        record.Values["rows"] = new List<RecordRow> { Row(1), Row(2), Row(3) };

        var calculated = await this.Calculator().CalculateAsync(form, [record], CancellationToken.None);

        Assert.Equal(12m, calculated[0].Record["net"]);
        Assert.Equal([3, 1], this.batches);
        Assert.Null(record["net"]);
    }

    [Fact]
    public async Task A_failure_is_said_once_and_what_needs_it_is_empty()
    {
        var form = Form(("gross", "net * 2"), ("net", "fails"));

        var calculated = await this.Calculator().CalculateAsync(form, [Record(1)], CancellationToken.None);

        Assert.Equal(["net: formula.type: It fails."], calculated[0].Problems.Select(problem => problem.ToString()));
        Assert.Null(calculated[0].Record["gross"]);
    }

    [Fact]
    public async Task Fields_that_compute_each_other_are_refused()
    {
        var form = Form(("gross", "net * 2"), ("net", "gross / 2"));

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Calculator().CalculateAsync(form, [Record(1)], CancellationToken.None));

        Assert.Equal("formula.cycle", refusal.Problems[0].Code);
    }

    private static FormDefinition Form(params (string Name, string Formula)[] computed) => new()
    {
        Key = "form",
        Label = "Form",
        Plural = "Forms",
        Summary = new RecordSummary("amount"),
        Fields =
        [
            new NumberField { Id = "amount", Label = "Amount" },
            .. computed.Select(field => new NumberField { Id = field.Name, Label = field.Name, Formula = field.Formula }),
        ],
        Sections = [],
        List = new ListSettings(["amount"]),
        Files = computed.ToDictionary(field => field.Formula, field => field.Formula),
    };

    private static Forms.Records.Record Record(decimal amount) => new() { Form = "form", Id = Guid.CreateVersion7(), Values = { ["amount"] = amount } };

    private static RecordRow Row(decimal x) => new() { Id = Guid.CreateVersion7(), Values = { ["x"] = x } };

    private static FormulaResult Evaluate(FormulaCall call)
    {
        decimal Read(string name) => (decimal)call.Inputs[name]!;
        return call.Source switch
        {
            "net * 2" => new FormulaResult(Read("net") * 2, null),
            "amount + 1" => new FormulaResult(Read("amount") + 1, null),
            "x * 2" => new FormulaResult(Read("x") * 2, null),
            "rows sum" => new FormulaResult(((IEnumerable<object?>)call.Inputs["rows"]!).Sum(row => (decimal)((IReadOnlyDictionary<string, object?>)row!)["double"]!), null),
            _ => new FormulaResult(null, new FormulaError("formula.type", "It fails.", 1, 1)),
        };
    }

    private RecordCalculator Calculator() => new(
        (calls, _) =>
        {
            this.batches.Add(calls.Count);
            return Task.FromResult<IReadOnlyList<FormulaResult>>([.. calls.Select(Evaluate)]);
        },
        (source, _) => Task.FromResult(new FormulaAnalysis(
            source switch
            {
                "net * 2" => ["net"],
                "gross / 2" => ["gross"],
                "x * 2" => ["x"],
                "rows sum" => ["rows", "rows[].double"],
                _ => ["amount"],
            },
            [])));
}
