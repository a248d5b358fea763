using Forms.Definitions;
using Forms.Tests.Formulas;

namespace Forms.Tests.Definitions;

/// <summary>The formulas of the packs that come with the product, in real workers.</summary>
public sealed class PackFormulaTests(Pool pool)
{
    private static readonly string Packs = Path.Combine(Root(), "definitions");

    [Fact]
    public async Task Every_formula_of_a_form_is_understood_and_reads_only_what_there_is()
    {
        var problems = await new DefinitionsCheck([new FormKind()], pool.Workers.AnalyzeAsync).RunAsync(Packs, CancellationToken.None);

        Assert.DoesNotContain(problems, problem => problem.Code.StartsWith("formula.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_syntax_error_is_found_at_its_place()
    {
        using var folder = PackFolder.Make();
        folder.Write("shop/forms/order/total.formula.js", "// Sum.\nsum(lines, 'price'\n");

        var problems = await new DefinitionsCheck([new FormKind()], pool.Workers.AnalyzeAsync).RunAsync(folder.Path, CancellationToken.None);

        Assert.StartsWith("shop/forms/order/total.formula.js:", Assert.Single(problems).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14", "18500", "0.12", "227920.00")]
    [InlineData("3", "0.335", "0.5", "0.50")]
    [InlineData("1", "1.005", null, "1.01")]
    [InlineData(null, "5", null, "0")]
    public async Task An_amount_is_rounded_half_up_to_the_cent(string? quantity, string? price, string? discount, string amount) =>
        Assert.Equal(Number(amount), await this.Value("forms/contract/line-amount.formula.js", new { quantity = Number(quantity), listPrice = Number(price), discount = Number(discount) }));

    [Fact]
    public async Task The_total_adds_rounded_lines_and_the_largest_discount_is_of_one_line()
    {
        var lines = new[] { new { amount = 0.01m, discount = (decimal?)0.1m }, new { amount = 2.50m, discount = (decimal?)null } };

        Assert.Equal(2.51m, await this.Value("forms/contract/total.formula.js", new { lines }));
        Assert.Equal(0.1m, await this.Value("forms/contract/largest-discount.formula.js", new { lines }));
        Assert.Equal(0m, await this.Value("forms/contract/largest-discount.formula.js", new { lines = Array.Empty<object>() }));
    }

    [Theory]
    [InlineData("2026-12-01", "2029-11-30", true)]
    [InlineData("2026-12-01", "2026-12-01", true)]
    [InlineData("2026-12-01", "2026-11-30", false)]
    [InlineData("2026-12-01", null, true)]
    [InlineData(null, "2026-11-30", true)]
    public async Task A_contract_ends_after_it_starts(string? startsOn, string? endsOn, bool holds) =>
        Assert.Equal(holds, await this.Value("forms/contract/ends-after-starts.rule.js", new { startsOn, endsOn }));

    [Theory]
    [InlineData("service", "0.1", false)]
    [InlineData("service", "0.1001", true)]
    [InlineData("framework", "0.15", false)]
    [InlineData("framework", "0.16", true)]
    public async Task A_discount_over_the_limit_of_its_type_needs_the_sales_director(string type, string largestDiscount, bool over) =>
        Assert.Equal(over, await this.Value("workflows/contract-approval/over-limit.condition.js", new { type, largestDiscount = Number(largestDiscount) }));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<object?> Value(string file, object inputs) =>
        await pool.Value(await File.ReadAllTextAsync(Path.Combine(Packs, "contracts", file)), inputs);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Backoffice.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the solution.");
        }

        return folder.FullName;
    }
}
