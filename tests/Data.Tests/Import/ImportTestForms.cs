using Forms.Definitions;
using Forms.Definitions.Importing;
using Forms.Fields;

namespace Data.Tests.Import;

/// <summary>Two small forms, a company of two units, and the imports that fill them.</summary>
internal static class ImportTestForms
{
    internal static FormDefinition Shop { get; } = Form(
        "shop",
        new TextField { Id = "code", Label = "Code", Required = true, Unique = true, MaxLength = 10 },
        new TextField { Id = "name", Label = "Name", Required = true, MaxLength = 40 },
        new TextField { Id = "place", Label = "Place" });

    internal static FormDefinition Sale { get; } = Form(
        "sale",
        new TextField { Id = "code", Label = "Code", Unique = true, MaxLength = 10 },
        new TextField { Id = "title", Label = "Title" },
        new LinkField { Id = "shop", Label = "Shop", Form = "shop" },
        new PersonField { Id = "seller", Label = "Seller" },
        new DateField { Id = "soldOn", Label = "Sold on" },
        new ChoiceField { Id = "kind", Label = "Kind", Choices = [new Choice("cash", "Cash"), new Choice("credit", "Credit")] },
        new TableField
        {
            Id = "lines",
            Label = "Lines",
            Columns =
            [
                new TextField { Id = "item", Label = "Item", Required = true },
                new NumberField { Id = "quantity", Label = "Quantity", Min = 0 },
                new MoneyField { Id = "price", Label = "Price" },
            ],
        });

    internal static ImportDefinition Shops { get; } = new()
    {
        Key = "shops",
        Label = "Shops",
        File = "shops.csv",
        Target = "shop",
        KeyField = "code",
        NullText = "NULL",
        UnquotedCommasIn = "place",
        Fields = [From("code", "id"), From("name"), From("place")],
    };

    internal static ImportDefinition Sales { get; } = new()
    {
        Key = "sales",
        Label = "Sales",
        File = "sales.csv",
        Target = "sale",
        KeyField = "code",
        After = ["shops", "staff"],
        NullText = "NULL",
        Fields =
        [
            From("code", "id"),
            new ImportField { Field = "title", Text = "Sale {id}, {note}" },
            new ImportField { Field = "shop", Column = "shop", By = "code" },
            new ImportField { Field = "seller", Column = "staff", Through = new ImportThrough { File = "staff.csv", Match = "no", Text = "{first}.{last}" }, Case = LetterCase.Lower },
            From("soldOn", "date"),
            new ImportField { Field = "kind", Column = "kind", Values = new Dictionary<string, string> { ["C"] = "cash", ["K"] = "credit" } },
        ],
        Rows =
        [
            new ImportRows { Field = "lines", File = "lines.csv", Match = "sale", With = "id", Fields = [From("item"), From("quantity"), From("price")] },
        ],
    };

    internal static ImportDefinition Staff { get; } = new()
    {
        Key = "staff",
        Label = "Staff",
        File = "staff.csv",
        Target = ImportDefinition.PeopleTarget,
        KeyField = "key",
        NullText = "NULL",
        Fields =
        [
            new ImportField { Field = "key", Text = "{first}.{last}", Case = LetterCase.Lower },
            new ImportField { Field = "name", Text = "{first} {last}" },
            From("unit"),
            new ImportField { Field = "manager", Column = "boss", Through = new ImportThrough { File = "staff.csv", Match = "no", Text = "{first}.{last}" }, Case = LetterCase.Lower },
        ],
    };

    internal static DefinitionSet Set { get; } = new(
        [new PackDefinition { Key = "test", Label = "Test" }],
        [Shop, Sale, Shops, Sales, Staff],
        new DirectoryDefinition(
            [new UnitDefinition("house", "House", "headOffice"), new UnitDefinition("branch", "Branch", "branch", "house")],
            [],
            [new RoleDefinition { Key = "administrator", Label = "Administrator", Administrator = true }],
            [new PersonDefinition { Key = "root", Name = "Root", Unit = "house", Roles = ["administrator"] }]),
        LabelCatalog.Empty);

    private static ImportField From(string field, string? column = null) => new() { Field = field, Column = column ?? field };

    private static FormDefinition Form(string key, params FieldDefinition[] fields) => new()
    {
        Key = key,
        Label = key,
        Plural = key + "s",
        Summary = new RecordSummary(fields[1].Name),
        Fields = fields,
        Sections = [],
        List = new ListSettings([fields[0].Name, fields[1].Name]),
    };
}
