using System.Text.Json.Nodes;
using Forms.Problems;
using Workflows.Elsa.Reading;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>What cannot be carried is named with its place, and nothing is dropped silently.</summary>
public class ReaderTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "root.type", "elsa.unknown-activity", "Expected an activity that is known here, but found 'Elsa.SendEmail'." },
        { "root.text.expression.type", "elsa.unknown-expression", "Expected an expression of type Literal, Object, JavaScript, Variable or Input, but found 'CSharp'." },
        { "root.text.expression.type", "elsa.unknown-expression", "Expected an expression of type Literal, Object, JavaScript, Variable or Input, but found 'Liquid'." },
        { "root.loud", "elsa.unknown-property", "Expected a known property of Elsa.WriteLine, but found 'loud'." },
        { "root.text.hint", "elsa.unknown-property", "Expected a known part of an input, but found 'hint'." },
        { "root.timeSpan.expression.value", "elsa.literal", "Expected a value of type TimeSpan, but found 'soon'." },
        { "root.condition.expression.value", "elsa.literal", "Expected a value of type Boolean, but found 'perhaps'." },
        { "root.items.expression.value", "elsa.object", "Expected JSON in the text, but found '[1,'." },
        { "root.mode.expression.value", "elsa.word", "Expected one of WaitAll, WaitAny, WaitAllActive, WaitAllInbound, but found 'WaitSome'." },
        { "root.mode.expression.type", "elsa.fixed-input", "Expected mode to be written or taken from a variable or input, but found a script." },
        { "root.customProperties.mergeMode", "elsa.word", "Expected one of None, Stream, Merge, Converge, Cascade, Race, but found 'Maybe'." },
        { "root.text", "elsa.unknown-variable", "Expected a variable that is declared around the activity, but found 'Nowhere'." },
        { "root.text", "elsa.unknown-input", "Expected an input of the workflow, but found 'Nowhere'." },
        { "root.id", "elsa.id-missing", "Expected an id, but found none." },
        { "root.variable", "elsa.variable-missing", "Expected the variable to set, but found none." },
    };

    private static readonly JsonObject[] WrongRoots =
    [
        Activity("SendEmail", "a"),
        Line("a", Input("CSharp", "1", "String")),
        Line("a", Input("Liquid", "{{ x }}", "String")),
        Line("a").With("loud", true),
        Line("a", Literal("x").With("hint", "y")),
        Activity("Delay", "a", ("timeSpan", Literal("soon", "TimeSpan"))),
        Activity("FlowDecision", "a", ("condition", Literal("perhaps", "Boolean"))),
        Activity("ForEach", "a", ("items", Input("Object", "[1,", "Object"))),
        Join("a", "WaitSome"),
        Activity("FlowJoin", "a", ("mode", Script("'WaitAll'"))),
        Line("a").Merging("Maybe"),
        Line("a", Variable("Nowhere")),
        Line("a", FromInput("Nowhere")),
        Line(""),
        Activity("SetVariable", "a", ("value", Literal("x"))),
    ];

    [Fact]
    public void Every_problem_is_named_with_its_place()
    {
        foreach (var (root, row) in WrongRoots.Zip(Wrong))
        {
            var (path, code, message) = row.Data;
            Assert.Equal(new Problem(path, code, message), Assert.Single(Problems(Workflow((JsonObject)root.DeepClone()))));
        }
    }

    [Fact]
    public void Problems_are_named_all_at_once_wherever_they_are()
    {
        var workflow = Workflow(
            Flow("a>nowhere b>c", Line("a").With("loud", 1), Activity("Custom", "b"), Activity("If", "c", ("then", Line("a")))),
            variables: [Declare("N", "Int32", "x"), Declare("M", "Money")],
            inputs: [Argument("", "String")]).With("priority", 5);
        workflow["options"]!["retries"] = 3;

        Assert.Equal(
            [
                "priority", "variables[0].value", "variables[1].typeName", "root.activities[0].loud", "root.activities[1].type", "root.activities[2].then.id",
                "root.connections[0].target.activity", "options.retries", "inputs[0].name",
            ],
            Problems(workflow).Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"root\": 5}")]
    [InlineData("{\"root\": {\"type\": \"Elsa.Start\", \"id\": \"a\", \"id\": \"b\"}}")]
    [InlineData("{\"root\": {\"type\": \"Elsa.Flowchart\", \"id\": \"a\", \"activities\": 5}}")]
    [InlineData("{\"root\": {\"type\": \"Elsa.Flowchart\", \"id\": \"a\", \"activities\": [5], \"connections\": [5, {}]}}")]
    public void What_is_no_workflow_is_a_problem_and_no_exception(string json)
    {
        var read = ElsaReader.Read(json);

        Assert.Null(read.Definition);
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void What_is_kept_without_effect_is_a_warning()
    {
        var workflow = Workflow(Flow("a>b a>b", Line("a").Custom("runAsynchronously", true), Line("b")));
        workflow["options"]!["activationStrategyType"] = "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core";

        var read = ElsaReader.Read(workflow.ToJsonString());

        Assert.NotNull(read.Definition);
        Assert.Equal(
            [("elsa.asynchronous", Severity.Warning), ("elsa.duplicate-connection", Severity.Warning), ("elsa.activation-strategy", Severity.Warning)],
            read.Problems.Select(problem => (problem.Code, problem.Severity)));
    }

    [Fact]
    public void Files_of_the_first_releases_are_read()
    {
        var workflow = Workflow(Flow("", Start(), Line("a"))).With("applicationProperties", new JsonObject()).With("metadata", new JsonObject());
        workflow["root"]!["connections"] = new JsonArray(new JsonObject { ["source"] = "start", ["target"] = "a", ["sourcePort"] = "Done", ["targetPort"] = "In" });
        workflow["root"]!["applicationProperties"] = new JsonObject { ["NotFoundConnectionsKey"] = new JsonArray() };
        workflow["root"]!["activities"]![1]!["canStartWorkflow"] = false;
        workflow["root"]!["activities"]![1]!["source"] = null;

        Assert.Equal("a", new ElsaPlay(workflow).Start().Lines);
    }

    private static IReadOnlyList<Problem> Problems(JsonObject workflow)
    {
        var read = ElsaReader.Read(workflow.ToJsonString());
        Assert.Null(read.Definition);
        return read.Problems;
    }
}
