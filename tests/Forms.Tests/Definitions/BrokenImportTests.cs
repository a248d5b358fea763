namespace Forms.Tests.Definitions;

public sealed class BrokenImportTests
{
    private const string Path = "shop/imports/orders.json";

    private const string Good = """
        {
          "$schema": "../../schemas/import.schema.json",
          "key": "orders",
          "label": "Orders",
          "file": "orders.csv",
          "target": "order",
          "keyField": "subject",
          "fields": [
            { "field": "subject", "text": "Order {id}" },
            { "field": "state", "value": "open" },
            { "field": "parent", "column": "parent", "by": "subject" }
          ],
          "rows": [
            { "field": "lines", "file": "lines.csv", "match": "id", "fields": [{ "field": "price", "column": "price" }] }
          ]
        }
        """;

    [Fact]
    public void A_faultless_one_is_read()
    {
        using var folder = PackFolder.Make().Write(Path, Good);

        Assert.DoesNotContain(folder.Load().Problems, problem => problem.Code != "label.missing");
    }

    [Theory]
    [InlineData("\"file\": \"orders.csv\"", "\"file\": \"in/orders.csv\"", 5, "import.file", "without a folder")]
    [InlineData("\"target\": \"order\"", "\"target\": \"ordr\"", 6, "definition.unknown-name", "Did you mean \"order\"?")]
    [InlineData("\"keyField\": \"subject\"", "\"keyField\": \"state\"", 7, "import.key", "cannot tell records apart")]
    [InlineData("\"keyField\": \"subject\"", "\"keyField\": \"number\"", 7, "import.key", "one of the \"fields\"")]
    [InlineData("Order {id}", "Order {id", 9, "import.text", "not closed")]
    [InlineData("\"value\": \"open\"", "\"value\": \"shut\"", 10, "field.choice", "not one of: open")]
    [InlineData("\"value\": \"open\"", "\"value\": \"open\", \"column\": \"state\"", 10, "import.source", "exactly one")]
    [InlineData("\"value\": \"open\"", "\"value\": \"open\", \"otherwise\": \"open\"", 10, "import.otherwise", "there are no \"values\"")]
    [InlineData("\"field\": \"state\"", "\"field\": \"stat\"", 10, "definition.unknown-name", "Did you mean \"state\"?")]
    [InlineData("\"field\": \"state\", \"value\"", "\"field\": \"total\", \"column\"", 10, "import.field", "cannot be filled")]
    [InlineData(", \"by\": \"subject\"", "", 11, "import.by", "needs \"by\"")]
    [InlineData("\"by\": \"subject\"", "\"by\": \"state\"", 11, "import.by", "not unique")]
    [InlineData("\"field\": \"lines\"", "\"field\": \"line\"", 14, "definition.unknown-name", "Did you mean \"lines\"?")]
    [InlineData("\"field\": \"price\"", "\"field\": \"prize\"", 14, "definition.unknown-name", "Did you mean \"price\"?")]
    public void Is_explained_on_its_line(string text, string by, int line, string code, string words)
    {
        using var folder = PackFolder.Make().Write(Path, Good).Replace(Path, text, by);

        folder.Expect($"{Path}:{line}", code, words);
    }
}
