using Forms.Definitions;
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
                { "type": "choice", "id": "state", "label": "State", "choices": [{ "value": "open", "label": "Open" }, { "value": "closed", "label": "Closed" }] }
              ],
              "sections": [],
              "list": { "columns": ["subject"] }
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

    public void Dispose() => System.IO.Directory.Delete(this.folder, recursive: true);

    private IReadOnlyList<Problem> Load(string workflow)
    {
        this.Write(Path, workflow);
        var problems = new DefinitionLoader([new FormKind(), new WorkflowKind()]).Load(this.folder).Problems;
        return [.. problems.Where(problem => problem.Code != "label.missing")];
    }

    private void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(this.folder, path);
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}
