using System.Text.Json.Nodes;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>Typed values, expressions, SetVariable, SetOutput, SetName, Correlate, WriteLine.</summary>
public class ValueTests
{
    // .NET writes these values so; a text of a list or an object is its JSON.
    [Theory]
    [InlineData("Int32", "\"42\"", "42")]
    [InlineData("Int64", "9007199254740993", "9007199254740993")]
    [InlineData("Decimal", "\"12.50\"", "12.5")]
    [InlineData("Double", "1e3", "1000")]
    [InlineData("Boolean", "\"true\"", "True")]
    [InlineData("Boolean", "false", "False")]
    [InlineData("String", "7", "7")]
    [InlineData("TimeSpan", "\"1:30\"", "01:30:00")]
    [InlineData("DateTime", "\"2026-02-03T04:05:06Z\"", "2026-02-03T04:05:06Z")]
    [InlineData("DateTimeOffset", "\"2026-02-03\"", "2026-02-03T00:00:00+00:00")]
    [InlineData("Guid", "\"6F9619FF-8B86-D011-B42D-00CF4FC964FF\"", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("Object", "{\"a\":[1,null]}", "{\"a\":[1,null]}")]
    [InlineData("System.Int32, System.Private.CoreLib", "\"5\"", "5")]
    [InlineData("String[]", "\"[\\\"x\\\",\\\"y\\\"]\"", "[\"x\",\"y\"]")]
    [InlineData("JsonObject", "\"{\\\"a\\\": 1}\"", "{\"a\":1}")]
    [InlineData("Int32", "null", "0")]
    [InlineData("String", "null", "")]
    public void A_variable_starts_with_its_value_in_its_type(string type, string value, string line)
    {
        var play = new ElsaPlay(Workflow(Line("w", Variable("V")), variables: [Declare("V", type, JsonNode.Parse(value))])).Start();

        Assert.Equal(line, play.Lines);
    }

    [Fact]
    public void A_variable_is_found_by_its_id_where_a_nearer_one_has_its_name()
    {
        var inner = Sequence("inner", Line("near", Script("getV()")), Line("far", Variable("V"))).With("variables", new JsonArray(Declare("V", "String", "near").With("id", "other")));

        Assert.Equal("near far", new ElsaPlay(Workflow(inner, variables: [Declare("V", "String", "far")])).Start().Lines);
    }

    [Fact]
    public void References_may_stand_as_json_in_a_text()
    {
        var play = new ElsaPlay(Workflow(Sequence("s", Line("v", Input("Variable", """{"id":"var-V"}""", "String")), Line("i", Input("Input", """{"name":"In"}""", "String"))), variables: [Declare("V", "String", "v")], inputs: [Argument("In", "String")]));

        Assert.Equal("v i", play.Start(("In", "i")).Lines);
    }

    [Fact]
    public void A_container_begins_anew_with_its_variables()
    {
        var body = Sequence("b", Set("inc", "V", Script("getV() + 1")), Line("v", Variable("V"))).With("variables", new JsonArray(Declare("V", "Int32", "0")));

        Assert.Equal("1 1", ElsaPlay.Of(Activity("For", "for", ("start", Literal(1, "Int32")), ("end", Literal(2, "Int32")), ("body", body))).Lines);
    }

    [Fact]
    public void A_value_is_converted_to_the_type_of_its_variable()
    {
        var play = new ElsaPlay(Workflow(Sequence("s", Set("set", "N", Literal("17")), Line("w", Script("getN() + 1"))), variables: [Declare("N", "Int32")])).Start();

        Assert.Equal("18", play.Lines);
    }

    [Fact]
    public void A_value_of_another_type_faults_the_activity()
    {
        var play = new ElsaPlay(Workflow(Sequence("s", Set("set", "N", Literal("many")), Line("never")), variables: [Declare("N", "Int32")])).Start();

        var incident = Assert.Single(play.Main.Incidents);
        Assert.Equal((ElsaPlay.Faulted, "set", "Expected a value of type Int32, but found 'many'."), (play.Status, incident.ActivityId, incident.Message));
    }

    [Fact]
    public void Inputs_are_taken_in_their_types_and_outputs_are_given_in_theirs()
    {
        var play = new ElsaPlay(Workflow(
            Sequence("s", Line("in", FromInput("Amount")), Activity("SetOutput", "out", ("outputName", Literal("Twice")), ("outputValue", Script("getInput('Amount') * 2")))),
            inputs: [Argument("Amount", "Decimal")],
            outputs: [Argument("Twice", "String")]));

        play.Start(("amount", "1.25"));

        Assert.Equal(("1.25", "2.5"), (play.Lines, play.Main.Outputs["Twice"].GetString()));
    }

    [Fact]
    public void An_input_of_another_type_is_refused()
    {
        var play = new ElsaPlay(Workflow(Line("a"), inputs: [Argument("Amount", "Decimal")]));

        var refused = play.Refuse(new StartElsa("i", JoinBehaviour.Counter, new Dictionary<string, System.Text.Json.JsonElement> { ["Amount"] = System.Text.Json.JsonSerializer.SerializeToElement("much") }));

        Assert.Equal("elsa.input", refused.Code);
    }

    [Fact]
    public void An_output_that_is_not_declared_is_given_too() =>
        Assert.Equal(5, ElsaPlay.Of(Activity("SetOutput", "o", ("outputName", Literal("X")), ("outputValue", Literal(5, "Object")))).Main.Outputs["X"].GetInt32());

    [Fact]
    public void An_instance_has_the_name_and_the_correlation_id_it_is_given()
    {
        var play = ElsaPlay.Of(Sequence(
            "s", Activity("SetName", "n", ("value", Literal("Order 7"))), Activity("Correlate", "c", ("correlationId", Literal("7"))), Line("w", Script("getWorkflowInstanceName() + '/' + getCorrelationId()"))));

        Assert.Equal(("Order 7", "7", "Order 7/7"), (play.Main.Name, play.Main.CorrelationId, play.Lines));
    }

    [Fact]
    public void A_line_without_a_text_is_empty() =>
        Assert.Equal("", Assert.Single(ElsaPlay.Of(Activity("WriteLine", "w")).Effects.OfType<LineWritten>()).Text);
}
