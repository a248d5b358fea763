using System.Text.Json;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;
using Record = Forms.Records.Record;

namespace Web.Tests.Records;

/// <summary>A small form with one field of the kinds the tests need.</summary>
internal static class SampleForm
{
    internal static FormDefinition Form { get; } = new()
    {
        Key = "contract",
        Label = "Contract",
        Plural = "Contracts",
        Summary = new RecordSummary("title") { Number = "number" },
        Fields =
        [
            new TextField { Id = "title", Label = "Title", Required = true },
            new AutoNumberField { Id = "number", Label = "Number", Pattern = "CT-{0000}" },
            new ChoiceField { Id = "status", Label = "Status", Choices = [new Choice("draft", "Draft"), new Choice("returned", "Returned")] },
            new MoneyField { Id = "amount", Label = "Amount", Min = 0 },
            new PercentField { Id = "discount", Label = "Discount" },
            new DateField { Id = "startsOn", Label = "Starts" },
            new YesNoField { Id = "archived", Label = "Archived" },
            new TableField
            {
                Id = "lines",
                Label = "Lines",
                Columns =
                [
                    new TextField { Id = "product", Label = "Product" },
                    new NumberField { Id = "quantity", Label = "Quantity", Default = JsonSerializer.SerializeToElement(1) },
                    new MoneyField { Id = "lineAmount", Label = "Amount", Formula = "line-amount.formula.js" },
                ],
            },
            new MoneyField { Id = "total", Label = "Total", Formula = "total.formula.js" },
        ],
        Sections = [],
        List = new ListSettings(["number", "title", "amount"]) { Views = [new ListView("drafts", "Drafts", new Condition { Field = "status", Value = JsonSerializer.SerializeToElement("draft") })] },
    };

    internal static Record Record(params (string Name, object? Value)[] values) => new()
    {
        Form = "contract",
        Id = Guid.Parse("01900000-0000-7000-8000-000000000001"),
        Version = 3,
        Values = values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
    };

    internal static RecordRow Row(int id, string product, decimal quantity) => new()
    {
        Id = new Guid(id, 0, 0, new byte[8]),
        Values = { ["product"] = product, ["quantity"] = quantity },
    };

    internal static List<RecordRow> Rows(params RecordRow[] rows) => [.. rows];

    internal static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);
}
