using System.Text.Json.Nodes;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Definitions.Schemas;
using Forms.Problems;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

/// <summary>Names in a workflow that its form and the company do not have, said on their line.</summary>
public sealed class WorkflowKindTests : IDisposable
{
    private const string Path = "shop/workflows/approval/workflow.json";

    private const string Good = """
        {
          "$schema": "../../../schemas/workflow.schema.json",
          "key": "approval",
          "label": "Approval",
          "form": "order",
          "status": { "field": "state", "inApproval": "open" },
          "activities": [
            { "kind": "start", "id": "submit", "label": "Submit" },
            { "kind": "decision", "id": "large", "label": "Large", "condition": { "field": "total", "operator": "above", "value": 100 } },
            { "kind": "approval", "id": "boss", "label": "Boss", "signers": [{ "rule": "position", "position": "boss" }] },
            { "kind": "approval", "id": "head", "label": "Head", "signers": [{ "rule": "unitHead", "of": "owner", "unitKind": "region" }] },
            { "kind": "setField", "id": "close", "label": "Close", "values": { "state": "closed" } },
            { "kind": "notify", "id": "tell", "label": "Tell", "to": [{ "rule": "personField", "field": "owner" }], "message": "{subject} is done" },
            { "kind": "end", "id": "done", "label": "Done" }
          ],
          "transitions": [
            { "from": "submit", "to": "large" },
            { "from": "large", "outcome": "true", "to": "boss" },
            { "from": "large", "outcome": "false", "to": "head" },
            { "from": "boss", "outcome": "approved", "to": "close" },
            { "from": "head", "outcome": "approved", "to": "close" },
            { "from": "close", "to": "tell" },
            { "from": "tell", "to": "done" }
          ]
        }
        """;

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("definitions-").FullName;

    public WorkflowKindTests()
    {
        this.Write("shop/pack.json", """{ "$schema": "../schemas/pack.schema.json", "key": "shop", "label": "Shop" }""");
        this.Write("shop/units.json", """{ "$schema": "../schemas/units.schema.json", "units": [{ "key": "east", "label": "East", "kind": "region" }] }""");
        this.Write("shop/positions.json", """{ "$schema": "../schemas/positions.schema.json", "positions": [{ "key": "boss", "label": "Boss", "unit": "east" }] }""");
        this.Write("shop/forms/order/form.json", """
            {
              "$schema": "../../../schemas/form.schema.json",
              "key": "order",
              "label": "Order",
              "plural": "Orders",
              "summary": { "title": "subject" },
              "fields": [
                { "type": "text", "id": "subject", "label": "Subject" },
                { "type": "person", "id": "owner", "label": "Owner" },
                { "type": "money", "id": "total", "label": "Total" },
                { "type": "autoNumber", "id": "number", "label": "Number", "pattern": "O-{000}" },
                { "type": "date", "id": "due", "label": "Due" },
                { "type": "link", "id": "customer", "label": "Customer", "form": "customer" },
                { "type": "table", "id": "lines", "label": "Lines", "columns": [{ "type": "link", "id": "product", "label": "Product", "form": "customer" }, { "type": "number", "id": "quantity", "label": "Quantity" }] },
                { "type": "choice", "id": "state", "label": "State", "choices": [{ "value": "open", "label": "Open" }, { "value": "closed", "label": "Closed" }] }
              ],
              "sections": [],
              "list": { "columns": ["subject"] }
            }
            """);
        this.Write("shop/forms/customer/form.json", """
            {
              "$schema": "../../../schemas/form.schema.json",
              "key": "customer",
              "label": "Customer",
              "plural": "Customers",
              "summary": { "title": "name" },
              "fields": [{ "type": "text", "id": "name", "label": "Name" }, { "type": "text", "id": "mail", "label": "Mail" }],
              "sections": [],
              "list": { "columns": ["name"] }
            }
            """);
    }

    [Fact]
    public void A_faultless_one_is_read() => Assert.Empty(this.Load(Good));

    [Theory]
    [InlineData("\"form\": \"order\"", "\"form\": \"ordr\"", 5, "Did you mean \"order\"?")]
    [InlineData("\"field\": \"state\"", "\"field\": \"status\"", 6, "There is no choice field \"status\".")]
    [InlineData("\"inApproval\": \"open\"", "\"inApproval\": \"opn\"", 6, "Did you mean \"open\"?")]
    [InlineData("\"field\": \"total\"", "\"field\": \"totl\"", 9, "Did you mean \"total\"?")]
    [InlineData("\"operator\": \"above\"", "\"operator\": \"contains\"", 9, "cannot be compared by \"contains\"")]
    [InlineData("\"position\": \"boss\"", "\"position\": \"bos\"", 10, "There is no position \"bos\".")]
    [InlineData("\"of\": \"owner\"", "\"of\": \"ownr\"", 11, "Did you mean \"owner\"?")]
    [InlineData("\"unitKind\": \"region\"", "\"unitKind\": \"regoin\"", 11, "Did you mean \"region\"?")]
    [InlineData("\"state\": \"closed\"", "\"state\": \"shut\"", 12, "\"shut\" is not one of: open, closed")]
    [InlineData("\"field\": \"owner\"", "\"field\": \"keeper\"", 13, "There is no person field \"keeper\".")]
    [InlineData("{subject} is", "{subjct} is", 13, "Did you mean \"subject\"?")]
    [InlineData("\"kind\": \"end\"", "\"kind\": \"finish\"", 14, "Unknown kind \"finish\".")]
    [InlineData("{ \"field\": \"total\", \"operator\": \"above\", \"value\": 100 }", "{ \"formula\": \"large.condition.js\" }", 9, "large.condition.js")]
    public void Is_explained_on_its_line(string text, string by, int line, string words)
    {
        var problem = Assert.Single(this.Load(Good.Replace(text, by, StringComparison.Ordinal)));

        Assert.Equal($"{Path}:{line}", problem.Path);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_without_a_way_on_is_an_error_of_the_compiler() =>
        Assert.Contains(this.Load(Good.Replace("{ \"from\": \"close\", \"to\": \"tell\" },", string.Empty, StringComparison.Ordinal)), problem => problem.Severity == Severity.Error);

    /// <summary>One more step between "close" and "tell", and its one problem.</summary>
    [Theory]
    [InlineData("""{ "kind": "switch", "id": "x", "label": "X", "cases": [{ "name": "one", "label": "One", "condition": { "field": "totl", "operator": "above", "value": 1 } }] }""", "Did you mean \"total\"?")]
    [InlineData("""{ "kind": "compute", "id": "x", "label": "X", "formula": "none.formula.js", "into": "total" }""", "none.formula.js")]
    [InlineData("""{ "kind": "compute", "id": "x", "label": "X", "formula": "good.formula.js", "into": "totl" }""", "Did you mean \"total\"?")]
    [InlineData("""{ "kind": "compute", "id": "x", "label": "X", "formula": "good.formula.js", "into": "number" }""", "gets its value by itself")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "formula", "formula": "none.signers.js" }] }""", "none.signers.js")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "unit", "unit": "est" }] }""", "There is no unit \"est\".")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "chosen", "role": "legl" }] }""", "There is no role \"legl\".")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "position", "position": "boss", "of": "ownr" }] }""", "Did you mean \"owner\"?")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "ifNoSigner": "person", "standIn": "nobody" }""", "There is no person \"nobody\".")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "deadline": { "after": "2bd", "calendar": "moon" } }""", "There is no calendar \"moon\".")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "deadline": { "after": "2bd", "tiers": [{ "act": "tell", "to": [{ "rule": "role", "role": "legl" }] }] } }""", "There is no role \"legl\".")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "fields": { "totl": "write" } }""", "Did you mean \"total\"?")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "fields": { "number": "required" } }""", "nobody can write it")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "fields": { "lines.prodct": "hidden" } }""", "Did you mean \"lines.product\"?")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "rows": { "line": { "add": true } } }""", "There is no sub-table \"line\".")]
    [InlineData("""{ "kind": "approval", "id": "x", "label": "X", "signers": [{ "rule": "manager", "of": "initiator" }], "actions": { "bulkIf": { "field": "totl" } } }""", "Did you mean \"total\"?")]
    [InlineData("""{ "kind": "mail", "id": "x", "label": "X", "addresses": ["customer.mial"], "subject": "S", "text": "T" }""", "There is no field of customer \"mial\".")]
    [InlineData("""{ "kind": "mail", "id": "x", "label": "X", "addresses": ["subject"], "subject": "{subjct}", "text": "T" }""", "Did you mean \"subject\"?")]
    [InlineData("""{ "kind": "createRecord", "id": "x", "label": "X", "form": "customr", "values": { "name": "A" } }""", "There is no form \"customr\".")]
    [InlineData("""{ "kind": "createRecord", "id": "x", "label": "X", "form": "customer", "values": { "nam": "A" } }""", "Did you mean \"name\"?")]
    [InlineData("""{ "kind": "createRecord", "id": "x", "label": "X", "form": "customer", "from": { "name": "subjct" } }""", "Did you mean \"subject\"?")]
    [InlineData("""{ "kind": "createRecord", "id": "x", "label": "X", "form": "customer", "from": { "name": "@record" } }""", "does not lead to order")]
    [InlineData("""{ "kind": "createRecord", "id": "x", "label": "X", "form": "customer", "values": { "name": "A" }, "into": "owner" }""", "There is no link field \"owner\".")]
    [InlineData("""{ "kind": "updateRecord", "id": "x", "label": "X", "link": "subject", "values": { "name": "A" } }""", "There is no link field \"subject\".")]
    [InlineData("""{ "kind": "updateRecord", "id": "x", "label": "X", "link": "customer", "values": { "nam": "A" } }""", "Did you mean \"name\"?")]
    [InlineData("""{ "kind": "subWorkflow", "id": "x", "label": "X", "workflow": "none", "link": "customer" }""", "There is no workflow \"none\".")]
    [InlineData("""{ "kind": "subWorkflow", "id": "x", "label": "X", "workflow": "approval", "link": "customer" }""", "runs on order")]
    [InlineData("""{ "kind": "subWorkflow", "id": "x", "label": "X", "workflow": "approval", "each": "lines.quantity" }""", "There is no link in a sub-table \"lines.quantity\".")]
    [InlineData("""{ "kind": "httpCall", "id": "x", "label": "X", "url": "https://example.org/{subjct}" }""", "Did you mean \"subject\"?")]
    [InlineData("""{ "kind": "httpCall", "id": "x", "label": "X", "url": "https://example.org", "body": ["totl"] }""", "Did you mean \"total\"?")]
    [InlineData("""{ "kind": "httpCall", "id": "x", "label": "X", "url": "https://example.org", "into": { "number": "n" } }""", "gets its value by itself")]
    [InlineData("""{ "kind": "wait", "id": "x", "label": "X", "until": "total" }""", "There is no date field \"total\".")]
    [InlineData("""{ "kind": "wait", "id": "x", "label": "X", "after": "2bd", "calendar": "moon" }""", "There is no calendar \"moon\".")]
    public void A_step_names_only_what_exists(string step, string words)
    {
        this.Write("shop/workflows/approval/good.formula.js", "total * 2");

        var problem = Assert.Single(this.Load(With(step)), problem => problem.Code != "definition.code-unused");

        Assert.Equal($"{Path}:13", problem.Path);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_that_people_read_wants_a_translation()
    {
        var missing = this.LoadAll(Good
            .Replace("{ \"kind\": \"setField\"", """
                { "kind": "fork", "id": "k", "label": "K", "branches": [{ "name": "one", "label": "One" }, { "name": "two", "label": "Two" }] },
                    { "kind": "switch", "id": "s", "label": "S", "cases": [{ "name": "big", "label": "Big", "condition": { "field": "total", "operator": "above", "value": 1 } }] },
                    { "kind": "fillIn", "id": "f", "label": "F", "signers": [{ "rule": "manager", "of": "initiator" }], "verb": "Did it", "buttons": [{ "name": "ok", "label": "OK" }] },
                    { "kind": "mail", "id": "m", "label": "M", "addresses": ["subject"], "subject": "S", "text": "T" },
                    { "kind": "setField"
                """.TrimEnd(), StringComparison.Ordinal))
            .Where(problem => problem.Code == "label.missing")
            .Select(problem => problem.Message.Split('"')[1])
            .Where(label => label.StartsWith("workflows/", StringComparison.Ordinal))
            .ToList();

        string[] expected =
        [
            "workflows/approval", "workflows/approval/activities/k/one", "workflows/approval/activities/k/two", "workflows/approval/activities/s/big",
            "workflows/approval/activities/f/verb", "workflows/approval/activities/f/buttons/ok", "workflows/approval/mails/m/subject", "workflows/approval/mails/m/text",
            "workflows/approval/messages/tell",
        ];
        Assert.All(expected, label => Assert.Contains(label, missing));
    }

    [Fact]
    public void Editors_are_told_what_every_setting_means()
    {
        var schema = JsonNode.Parse(DefinitionSchemas.All([new WorkflowKind()])["workflow.schema.json"])!;

        Assert.Empty(Undescribed(schema, "workflow"));

        static IEnumerable<string> Undescribed(JsonNode? node, string path) => node switch
        {
            JsonObject { } members =>
            [
                .. (members["properties"] as JsonObject ?? []).Where(one => one.Key is not ("kind" or "rule") && one.Value?["description"] is null).Select(one => $"{path}.{one.Key}"),
                .. members.SelectMany(one => Undescribed(one.Value, one.Key == "properties" ? path : $"{path}/{one.Key}")),
            ],
            JsonArray { } items => items.SelectMany(item => Undescribed(item, path)),
            _ => [],
        };
    }

    private static string With(string step)
    {
        var outcome = step.Contains("\"kind\": \"approval\"", StringComparison.Ordinal) || step.Contains("\"kind\": \"subWorkflow\"", StringComparison.Ordinal) ? "\"outcome\": \"approved\", " : "";
        var arrows = step.Contains("\"kind\": \"switch\"", StringComparison.Ordinal)
            ? """{ "from": "x", "outcome": "one", "to": "tell" }, { "from": "x", "outcome": "otherwise", "to": "tell" }"""
            : $$"""{ "from": "x", {{outcome}}"to": "tell" }""";
        return Good
            .Replace("    { \"kind\": \"notify\"", $"    {step},\n    {{ \"kind\": \"notify\"", StringComparison.Ordinal)
            .Replace("{ \"from\": \"close\", \"to\": \"tell\" }", $"{{ \"from\": \"close\", \"to\": \"x\" }}, {arrows}", StringComparison.Ordinal);
    }

    public void Dispose() => System.IO.Directory.Delete(this.folder, recursive: true);

    private IReadOnlyList<Problem> Load(string workflow) => [.. this.LoadAll(workflow).Where(problem => problem.Code != "label.missing")];

    private IReadOnlyList<Problem> LoadAll(string workflow)
    {
        this.Write(Path, workflow);
        return new DefinitionLoader([new FormKind(), new CalendarKind(), new WorkflowKind()]).Load(this.folder).Problems;
    }

    private void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(this.folder, path);
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}
