using System.Text.Json.Nodes;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>JavaScript expressions and RunJavaScript, in real formula workers.</summary>
public class ScriptTests
{
    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("return 1 + 2;", "3")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("'a' + 1", "a1")]
    [InlineData("1 > 2", "False")]
    [InlineData("null", "")]
    [InlineData("var a = 2;\nvar b = 3;\na * b", "6")]
    [InlineData("var a = 2; a * 4;", "8")]
    [InlineData("const a = 2\nlet b = a + 1\nb", "3")]
    [InlineData("function f(x) { return x + 1; }\nf(4)", "5")]
    [InlineData("if (true) { setVariable('V', 9); }\ngetV()", "9")]
    [InlineData("// a comment; with a semicolon\n'x'", "x")]
    [InlineData("'a;b' // return\n", "a;b")]
    [InlineData("[1, 2, 3].map(function (n) { return n * 2; })", "[2,4,6]")]
    [InlineData("({ a: 1 })", "{\"a\":1}")]
    [InlineData("'x/y'.replace(/[/;]/g, '-')", "x-y")]
    [InlineData("var o = { a: 1 }\no.a", "1")]
    [InlineData("getVariable('V')", "7")]
    [InlineData("variables.V", "7")]
    [InlineData("getV()", "7")]
    [InlineData("getLastResult()", "")]
    [InlineData("workflowInstanceId + ' ' + getWorkflowInstanceId()", "instance instance")]
    [InlineData("isNullOrWhiteSpace('  ') && isNullOrEmpty(null) && !isNullOrEmpty(' ')", "True")]
    [InlineData("toJson({ a: [1, 'b'] })", "{\"a\":[1,\"b\"]}")]
    [InlineData("newGuid()", "00000000-0000-0000-0000-000000000000")]
    [InlineData("getWorkflowDefinitionId() + getWorkflowDefinitionVersion()", "main1")]
    public void An_expression_has_the_value_that_Elsa_gives_it(string script, string line)
    {
        var play = new ElsaPlay(Workflow(Line("w", Script(script)), variables: [Declare("V", "Int32", "7")])).Start();

        Assert.Equal((line, ElsaPlay.Finished), (string.Join('|', play.Main.Incidents.Select(incident => incident.Message)) + play.Lines, play.Status));
    }

    // The result goes to a variable, is the last result, and has a function named after the activity.
    [Fact]
    public void A_script_gives_its_result_and_sets_variables()
    {
        var run = Activity("RunJavaScript", "Check", ("script", Literal("setV(5);\nvariables.W = ['x'];\nsetVariable('New', 1);\n40 + 2")), ("result", Result("var-R")), ("possibleOutcomes", null));
        var play = new ElsaPlay(Workflow(
            Sequence("s", run, Line("w", Script("getR() + ' ' + getLastResult() + ' ' + getResultFromCheck() + ' ' + getOutputFrom('Check') + ' ' + getV() + ' ' + getW()[0] + ' ' + getVariable('New')"))),
            variables: [Declare("V", "Int32"), Declare("W"), Declare("R", "Int32")])).Start();

        Assert.Equal("42 42 42 42 5 x 1", play.Lines);
    }

    [Theory]
    [InlineData("setOutcome('Good')", "good")]
    [InlineData("setOutcomes(['Good', 'Bad'])", "good bad")]
    [InlineData("1", "done")]
    [InlineData("if (1 > 2) { setOutcome('Good'); } else { setOutcome('Bad'); }", "bad")]
    public void A_script_chooses_its_outcomes(string script, string lines)
    {
        var run = Activity("RunJavaScript", "r", ("script", Literal(script)), ("possibleOutcomes", Input("Object", """["Good","Bad"]""", "Object")));

        Assert.Equal(lines, ElsaPlay.Of(Flow("r:Good>good r:Bad>bad r>done", run, Line("good"), Line("bad"), Line("done"))).Lines);
    }

    [Theory]
    [InlineData("getTypo()", "getTypo")]
    [InlineData("x = 1; x", "not declared")]
    [InlineData("a => a", "Arrow functions")]
    [InlineData("throw new Error('no stock')", "no stock")]
    [InlineData("\n\n1 +", "line 3")]
    public void A_script_that_fails_is_an_incident_with_its_reason(string script, string reason)
    {
        var play = ElsaPlay.Of(Sequence("s", Line("w", Script(script)), Line("never")));

        var incident = Assert.Single(play.Main.Incidents);
        Assert.Equal((ElsaPlay.Faulted, "w", ""), (play.Status, incident.ActivityId, play.Lines));
        Assert.Contains(reason, incident.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("'true'", true)]
    [InlineData("0", false)]
    [InlineData("null", false)]
    public void A_condition_is_converted_to_true_or_false(string script, bool holds) =>
        Assert.Equal(holds ? "yes" : "no", ElsaPlay.Of(Flow("d:True>yes d:False>no", Activity("FlowDecision", "d", ("condition", Script(script, "Boolean"))), Line("yes"), Line("no"))).Lines);

    [Fact]
    public void Each_script_sees_what_the_one_before_has_set()
    {
        var switching = Activity("FlowSwitch", "s", ("mode", Literal("MatchAny")), ("cases", new JsonArray(Case("A", "setV(1); true"), Case("B", "getV() == 1"), Case("C", "getV() == 0"))));

        Assert.Equal("a b", new ElsaPlay(Workflow(Flow("s:A>a s:B>b s:C>c", switching, Line("a"), Line("b"), Line("c")), variables: [Declare("V", "Int32", "0")])).Start().Lines);
    }

    private static JsonObject Case(string label, string script) => new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };
}
