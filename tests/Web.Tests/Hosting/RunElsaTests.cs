using System.Text.Json;

namespace Web.Tests.Hosting;

/// <summary><c>workflow run-elsa</c>, as a process of its own with real formula workers.</summary>
public sealed class RunElsaTests : IDisposable
{
    private const string Waiting = """
        {
          "id": "v1", "definitionId": "order", "version": 1,
          "inputs": [{ "name": "Amount", "type": "Decimal" }, { "name": "Note", "type": "String" }],
          "outputs": [{ "name": "Total", "type": "Decimal" }],
          "root": {
            "type": "Elsa.Flowchart", "id": "flow", "version": 1,
            "activities": [
              { "type": "Elsa.WriteLine", "id": "note", "text": { "typeName": "String", "expression": { "type": "Input", "value": { "name": "Note" } } } },
              { "type": "Elsa.Event", "id": "paid", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Paid" } } },
              { "type": "Elsa.SetOutput", "id": "total",
                "outputName": { "typeName": "String", "expression": { "type": "Literal", "value": "Total" } },
                "outputValue": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getInput('Amount') * 1.1" } } },
              { "type": "receipt", "id": "receipt", "version": 1, "workflowDefinitionId": "receipt" }
            ],
            "connections": [
              { "source": { "activity": "note", "port": "Done" }, "target": { "activity": "paid", "port": "In" } },
              { "source": { "activity": "paid", "port": "Done" }, "target": { "activity": "total", "port": "In" } },
              { "source": { "activity": "total", "port": "Done" }, "target": { "activity": "receipt", "port": "In" } }
            ]
          }
        }
        """;

    private const string Receipt = """
        { "id": "v1", "definitionId": "receipt", "name": "receipt", "version": 1,
          "root": { "type": "Elsa.WriteLine", "id": "w", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "收据" } } } }
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Leaves_waits_as_they_are_and_says_where_it_waits()
    {
        var report = await this.ReportAsync("--input", "Amount=2.30", "--input", "Note=7");

        Assert.Equal(("Running", "Suspended"), (report.GetProperty("status").GetString(), report.GetProperty("subStatus").GetString()));
        Assert.Equal(["7"], Texts(report, "lines"));
        Assert.Equal(["paid"], Texts(report, "bookmarks"));
        Assert.Empty(report.GetProperty("incidents").EnumerateArray());
    }

    [Theory]
    [InlineData("counter")]
    [InlineData("token")]
    public async Task Ends_each_wait_when_all_are_resumed(string mode)
    {
        var report = await this.ReportAsync("--input", "Amount=2.30", "--input", "Note=a=b", "--resume", "all", "--mode", mode);

        Assert.Equal(("Finished", "Finished"), (report.GetProperty("status").GetString(), report.GetProperty("subStatus").GetString()));
        Assert.Equal(["a=b", "收据"], Texts(report, "lines"));
        Assert.Equal(2.53m, report.GetProperty("outputs").GetProperty("Total").GetDecimal());
        Assert.Empty(Texts(report, "bookmarks"));
    }

    [Theory]
    [InlineData("{ \"root\": { \"type\": \"Elsa.SendEmail\", \"id\": \"a\" } }", "main.json: root.type: error elsa.unknown-activity: Expected an activity that is known here, but found 'Elsa.SendEmail'.")]
    [InlineData("{ \"root\": ", "main.json: error elsa.json: Expected JSON")]
    [InlineData("{ \"root\": { \"type\": \"x\", \"id\": \"a\", \"workflowDefinitionId\": \"x\" } }", "main.json: root: error elsa.unknown-workflow: Expected a workflow that is registered, but found 'x' (x).")]
    [InlineData("{ \"root\": { \"type\": \"Elsa.While\", \"id\": \"a\", \"condition\": true } }", "Expected the workflow to wait or to end, but found it still running after 50000 activities, at 'a'.")]
    public async Task Says_why_a_file_cannot_be_run(string json, string words)
    {
        this.folder.Write("main.json", json);

        var (code, output, errors) = await Executable.RunAsync("workflow", "run-elsa", this.folder.File("main.json"));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "workflow run-elsa needs a file.")]
    [InlineData("nowhere.json", "There is no file nowhere.json.")]
    [InlineData("nowhere.json --mode both", "--mode is counter or token, not \"both\".")]
    public async Task Says_what_it_did_not_understand(string line, string words)
    {
        var (code, _, errors) = await Executable.RunAsync(["workflow", "run-elsa", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(2, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    public void Dispose() => this.folder.Dispose();

    private static IEnumerable<string?> Texts(JsonElement report, string name) => report.GetProperty(name).EnumerateArray().Select(item => item.GetString());

    private async Task<JsonElement> ReportAsync(params string[] options)
    {
        this.folder.Write("main.json", Waiting);
        this.folder.Write("receipt.json", Receipt);
        var (code, output, errors) = await Executable.RunAsync(
            ["workflow", "run-elsa", this.folder.File("main.json"), "--register", this.folder.File("receipt.json"), .. options]);
        Assert.Equal((0, ""), (code, errors));
        return JsonSerializer.Deserialize<JsonElement>(output);
    }
}
