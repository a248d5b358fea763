using System.Text.Json;
using Forms.Definitions;
using Forms.Fields;
using Forms.Formulas;

namespace Data.Tests.Workflows.Shell;

/// <summary>
/// A company with two forms: requests, which link to partners, and partners. Lin asks; Gao manages Lin, and Hu manages Gao;
/// Root administrates; twenty people are the board. Each test adds its workflows.
/// </summary>
internal static class ShellCompany
{
    internal const string Request = "request";
    internal const string Partner = "partner";

    private const string Ratio = "amount / divisor";

    internal static IReadOnlyList<string> Board { get; } = [.. Enumerable.Range(1, 20).Select(number => $"board.{number:00}")];

    internal static DefinitionSet Set(params IDefinition[] more) => new(
        [new PackDefinition { Key = "shell", Label = "Shell" }],
        [RequestForm, PartnerForm, .. more],
        new DirectoryDefinition(
            [new UnitDefinition("head", "Head office", "headOffice")],
            [new PositionDefinition("auditor", "Auditor", "head"), new PositionDefinition("clerk", "Clerk", "head")],
            [
                new RoleDefinition { Key = "staff", Label = "Staff", Grants = [new Grant("*", [RecordRight.Read, RecordRight.Create, RecordRight.Edit], RecordScope.Own)] },
                new RoleDefinition { Key = "board", Label = "Board" },
                new RoleDefinition { Key = "vacant", Label = "Vacant" },
                new RoleDefinition { Key = "admin", Label = "Administrator", Administrator = true },
            ],
            [
                Person("lin", "gao"),
                Person("gao", "hu", "auditor"),
                Person("hu", null, "auditor"),
                Person("chen", "hu", "clerk"),
                Person("wang", "hu"),
                Person("root", null) with { Roles = ["admin"] },
                .. Board.Select(key => Person(key, null) with { Roles = ["board"] }),
            ]),
        LabelCatalog.Empty);

    internal static Task<IReadOnlyList<FormulaResult>> EvaluateAsync(IReadOnlyList<FormulaCall> calls, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<FormulaResult>>([.. calls.Select(Evaluate)]);

    internal static Task<FormulaAnalysis> AnalyzeAsync(string source, CancellationToken ct) =>
        Task.FromResult(new FormulaAnalysis(source == Ratio ? ["amount", "divisor"] : [], []));

    internal static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);

    private static FormulaResult Evaluate(FormulaCall call)
    {
        if (call.Source != Ratio)
        {
            throw new InvalidOperationException($"This company knows no formula \"{call.Source}\".");
        }

        var (amount, divisor) = (call.Inputs["amount"] as decimal? ?? 0, call.Inputs["divisor"] as decimal? ?? 1);
        return divisor == 0
            ? new FormulaResult(null, new FormulaError("formula.value", "Divided by zero.", 1, 1))
            : new FormulaResult(decimal.Round(amount / divisor, call.Scale ?? 0), null);
    }

    private static PersonDefinition Person(string key, string? manager, params string[] positions) =>
        new() { Key = key, Name = key, Mail = $"{key}@company.test", Unit = "head", Manager = manager, Positions = positions, Roles = ["staff"] };

    private static FormDefinition RequestForm => new()
    {
        Key = Request,
        Label = "Request",
        Plural = "Requests",
        Summary = new RecordSummary("title") { Amount = "amount", Status = "status" },
        Fields =
        [
            new TextField { Id = "title", Label = "Title", Required = true },
            new MoneyField { Id = "amount", Label = "Amount" },
            new NumberField { Id = "divisor", Label = "Divisor" },
            new NumberField { Id = "ratio", Label = "Ratio", Scale = 2, Formula = "ratio.formula.js" },
            new TextField { Id = "note", Label = "Note" },
            new TextField { Id = "secret", Label = "Secret" },
            new NumberField { Id = "score", Label = "Score", Max = 100 },
            new DateField { Id = "due-on", Name = "dueOn", Label = "Due on" },
            new PersonField { Id = "owner", Label = "Owner" },
            new LinkField { Id = "partner", Label = "Partner", Form = Partner },
            new TableField
            {
                Id = "lines",
                Label = "Lines",
                Columns =
                [
                    new TextField { Id = "product", Label = "Product" },
                    new NumberField { Id = "quantity", Label = "Quantity" },
                    new LinkField { Id = "supplier", Label = "Supplier", Form = Partner },
                ],
            },
            new ChoiceField
            {
                Id = "status",
                Label = "Status",
                ReadOnly = true,
                Default = Json("draft"),
                Choices = [new("draft", "Draft"), new("inApproval", "In approval"), new("returned", "Returned"), new("rejected", "Rejected"), new("approved", "Approved")],
            },
        ],
        Sections = [],
        List = new ListSettings(["title", "amount", "status"]),
        Files = new Dictionary<string, string> { ["ratio.formula.js"] = Ratio },
    };

    private static FormDefinition PartnerForm => new()
    {
        Key = Partner,
        Label = "Partner",
        Plural = "Partners",
        Summary = new RecordSummary("name"),
        Fields =
        [
            new TextField { Id = "name", Label = "Name", Required = true },
            new NumberField { Id = "rating", Label = "Rating", Max = 5 },
            new TextField { Id = "mail", Label = "Mail" },
            new LinkField { Id = "origin", Label = "Origin", Form = Request },
        ],
        Sections = [],
        List = new ListSettings(["name", "rating"]),
    };
}
