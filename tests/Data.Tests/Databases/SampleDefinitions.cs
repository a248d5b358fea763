using System.Text.Json;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;

namespace Data.Tests.Databases;

/// <summary>Customers and contracts of a small company.</summary>
internal static class SampleDefinitions
{
    internal static FormDefinition Customer { get; } = new()
    {
        Key = "customer",
        Label = "Customer",
        Plural = "Customers",
        Summary = new RecordSummary("name"),
        Fields =
        [
            new TextField { Id = "name", Label = "Name", Required = true, Unique = true },
            new TextField { Id = "country", Label = "Country" },
            new NumberField { Id = "staff", Label = "Staff" },
        ],
        Sections = [],
        List = new ListSettings(["name", "country"]),
    };

    internal static FormDefinition Contract { get; } = new()
    {
        Key = "contract",
        Label = "Contract",
        Plural = "Contracts",
        Summary = new RecordSummary("title") { Number = "number", Amount = "total", Party = "customer" },
        Fields =
        [
            new AutoNumberField { Id = "number", Label = "Number", Pattern = "CT-{yyyy}-{0000}" },
            new TextField { Id = "title", Label = "Title", Required = true },
            new LinkField { Id = "customer", Label = "Customer", Form = "customer" },
            new PersonField { Id = "owner", Label = "Owner", Default = Json("@me") },
            new ChoiceField { Id = "state", Label = "State", ReadOnly = true, Default = Json("draft"), Choices = [new Choice("draft", "Draft"), new Choice("approved", "Approved")] },
            new DateField { Id = "starts-on", Name = "startsOn", Label = "Starts on", Default = Json("@today") },
            new PercentField { Id = "discount", Label = "Discount", Max = 1m },
            new NumberField { Id = "months", Label = "Months", Min = 1 },
            new YesNoField { Id = "renews", Label = "Renews" },
            new LongTextField { Id = "notes", Label = "Notes" },
            new MoneyField { Id = "total", Label = "Total", Formula = "total.formula.js" },
            new TableField
            {
                Id = "lines",
                Label = "Lines",
                Columns =
                [
                    new TextField { Id = "product", Label = "Product", Required = true },
                    new NumberField { Id = "quantity", Label = "Quantity", Required = true, Scale = 2, Min = 0.01m },
                    new MoneyField { Id = "price", Label = "Price" },
                    new MoneyField { Id = "amount", Label = "Amount", Formula = "amount.formula.js" },
                ],
            },
            new FileField { Id = "files", Label = "Files", MaxMegabytes = 2 },
        ],
        Sections = [],
        List = new ListSettings(["number", "title", "customer", "total"]) { Sort = "-number", Views = [new ListView("long", "Long", new Condition { Field = "months", Operator = ComparisonOperator.Above, Value = Json(12) })] },
        Rules = [new ValidationRule("short-title", "title", new Condition { Formula = "short.condition.js" }, "The title is too long for the cover.")],
        Files = new Dictionary<string, string>
        {
            ["total.formula.js"] = SampleFormulas.Total,
            ["amount.formula.js"] = SampleFormulas.Amount,
            ["short.condition.js"] = SampleFormulas.Long,
        },
    };

    internal static DefinitionSet Set(params FormDefinition[] forms) => new(
        [new PackDefinition { Key = "sample", Label = "Sample" }],
        forms.Length == 0 ? [Customer, Contract] : forms,
        Directory(),
        new LabelCatalog(new Dictionary<string, IReadOnlyDictionary<string, string>> { ["zh-Hans"] = new Dictionary<string, string> { ["forms/customer"] = "客户" } }));

    internal static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);

    private static DirectoryDefinition Directory() => new(
        [new UnitDefinition("head", "Head office", "headOffice"), new UnitDefinition("east", "East", "region", "head"), new UnitDefinition("west", "West", "region", "head")],
        [new PositionDefinition("east-lead", "Lead East", "east")],
        [
            new RoleDefinition { Key = "admin", Label = "Administrator", Administrator = true },
            new RoleDefinition { Key = "seller", Label = "Seller", Grants = [new Grant("contract", [RecordRight.Read, RecordRight.Create, RecordRight.Edit], RecordScope.Own), new Grant("customer", [RecordRight.Read], RecordScope.All)] },
            new RoleDefinition { Key = "lead", Label = "Lead", Grants = [new Grant("contract", [RecordRight.Read], RecordScope.UnitAndBelow)] },
            new RoleDefinition { Key = "auditor", Label = "Auditor", Grants = [new Grant("*", [RecordRight.Read], RecordScope.All)] },
        ],
        [
            new PersonDefinition { Key = "gao.min", Name = "Gao Min", Unit = "east", Roles = ["seller"], Manager = "lin.yue" },
            new PersonDefinition { Key = "wu.tao", Name = "Wu Tao", Unit = "west", Roles = ["seller"] },
            new PersonDefinition { Key = "lin.yue", Name = "Lin Yue", Unit = "head", Positions = ["east-lead"], Roles = ["lead"] },
            new PersonDefinition { Key = "audit", Name = "Audit", Unit = "head", Roles = ["auditor"] },
            new PersonDefinition { Key = "outsider", Name = "Outsider", Unit = "west" },
            new PersonDefinition { Key = "admin", Name = "Admin", Unit = "head", Roles = ["admin"] },
        ]);
}
