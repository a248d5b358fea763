namespace Forms.Tests.Definitions;

public sealed class BrokenDemoTests
{
    private const string Path = "shop/demo.json";

    private const string Good = """
        {
          "$schema": "../schemas/demo.schema.json",
          "key": "shop",
          "label": "A day",
          "records": [
            { "id": "first", "form": "order", "by": "bo.li", "hoursAgo": 9, "values": { "subject": "One", "due": "@today+7" } },
            {
              "id": "second",
              "form": "order",
              "by": "bo.li",
              "hoursAgo": 8,
              "values": { "subject": "Two", "parent": "first", "owner": "ann.lee", "lines": [{ "price": 2.5 }] },
              "acts": [
                { "act": "submit", "by": "bo.li", "hoursAgo": 7.5 },
                { "act": "return", "by": "ann.lee", "hoursAgo": 6, "comment": "Why?" }
              ]
            }
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
    [InlineData("\"subject\": \"One\", ", "", 6, "field.required", "\"subject\" is missing")]
    [InlineData("@today+7", "@today+x", 6, "field.date", "@today+x")]
    [InlineData("\"parent\": \"first\"", "\"parent\": \"frist\"", 12, "definition.unknown-name", "Did you mean \"first\"?")]
    [InlineData("\"owner\": \"ann.lee\"", "\"owner\": \"ann\"", 12, "definition.unknown-name", "no person")]
    [InlineData("\"price\": 2.5", "\"price\": -2.5", 12, "field.number.min", "At least 0")]
    [InlineData("\"price\": 2.5", "\"prize\": 2.5", 12, "definition.unknown-name", "Did you mean \"price\"?")]
    [InlineData("\"owner\": \"ann.lee\"", "\"total\": 5", 12, "demo.field", "computed")]
    [InlineData("\"hoursAgo\": 7.5", "\"hoursAgo\": 8.5", 14, "demo.time", "from 8 down")]
    [InlineData(", \"comment\": \"Why?\"", "", 15, "demo.comment", "need a \"comment\"")]
    [InlineData("\"act\": \"return\"", "\"act\": \"edit\"", 15, "demo.values", "edit needs them")]
    [InlineData("\"by\": \"ann.lee\"", "\"by\": \"ann\"", 15, "definition.unknown-name", "no person")]
    public void Is_explained_on_its_line(string text, string by, int line, string code, string words)
    {
        using var folder = PackFolder.Make().Write(Path, Good).Replace(Path, text, by);

        folder.Expect($"{Path}:{line}", code, words);
    }
}
