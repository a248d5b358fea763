using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>Files in which something anywhere was changed: read or named as wrong, run or refused, never an exception.</summary>
public class HostileFileTests
{
    private static readonly string[] Values =
        ["null", "true", "5", "-1", "1e99", "\"\"", "\"x\"", "\"a\"", "[]", "{}", "[null]", "[5]", "{\"id\":5}", "{\"typeName\":\"Int32\",\"expression\":{\"type\":\"Literal\",\"value\":\"x\"}}"];

    [Fact]
    public void A_change_anywhere_in_a_file_never_throws()
    {
        var changes = Arb.From(Gen.Choose(0, int.MaxValue - 1).Two().Three());
        Prop.ForAll(changes, three =>
        {
            var (one, two, last) = three;
            var workflow = Everything();
            foreach (var (where, what) in new[] { one, two, last })
            {
                Change(workflow, where, what);
            }

            if (ElsaReader.Read(workflow.ToJsonString()) is { Definition: { } definition } && ElsaProgram.Link(definition, []).Program is { } program)
            {
                Run(program);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void A_file_nested_too_deeply_is_a_problem()
    {
        var deep = Line("end");
        for (var i = 0; i < 300; i++)
        {
            deep = Activity("FlowNode", "n" + i, ("body", deep));
        }

        var json = Workflow(deep).ToJsonString(new JsonSerializerOptions { MaxDepth = 2000 });

        Assert.Equal("elsa.json", Assert.Single(ElsaReader.Read(json).Problems).Code);
    }

    [Fact]
    public void A_long_chain_of_activities_passed_over_ends()
    {
        const int length = 3000;
        var chain = string.Join(' ', Enumerable.Range(0, length).Select(i => $"n{i}>n{i + 1}"));
        var lines = Enumerable.Range(0, length + 1).Select(i => Line("n" + i)).ToArray();

        var play = ElsaPlay.Of(Flow("d:True>n0 " + chain, [Decision("d", false), .. lines]));

        Assert.Equal(("", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    private static void Run(ElsaProgram program)
    {
        foreach (var joins in Enum.GetValues<JoinBehaviour>())
        {
            var now = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
            var step = ElsaEngine.Handle(program, null, new StartElsa("i", joins, new Dictionary<string, JsonElement>()), now);
            for (var turn = 0; turn < 30; turn++)
            {
                var (state, command) = step switch
                {
                    ElsaAsked asked => (asked.State, (ElsaCommand)new AnswerScript(new ScriptAnswer(JsonSerializer.SerializeToElement(turn)))),
                    ElsaAccepted accepted when accepted.State.Instances[0].Bookmarks.Length > 0 && accepted.State.Instances[0].Status == ElsaStatus.Running =>
                        (accepted.State, new ResumeElsa(accepted.State.Instances[0].Bookmarks[0].Number)),
                    _ => (null, null!),
                };
                if (state is null)
                {
                    break;
                }

                step = ElsaEngine.Handle(program, ElsaStateSerializer.Read(ElsaStateSerializer.Write(state)), command, now);
            }
        }
    }

    private static void Change(JsonObject workflow, int where, int what)
    {
        var places = Places(workflow).ToList();
        var place = places[where % places.Count];
        var value = JsonNode.Parse(Values[what % Values.Length]);
        switch (place.Parent)
        {
            case JsonObject owner when what % 5 == 0:
                owner.Remove(place.GetPropertyName());
                break;
            case JsonObject owner:
                owner[place.GetPropertyName()] = value;
                break;
            case JsonArray list:
                list[place.GetElementIndex()] = value;
                break;
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        var inside = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return inside.OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child));
    }

    private static JsonObject Everything() => Workflow(
        Flow(
            "start>fork fork:A>a fork:B>b a>j b>j j>d d:True>each d:False>s each>s",
            Start(),
            Activity("FlowFork", "fork", ("branches", Input("Object", """["A","B"]""", "Object"))),
            Event("a"),
            Activity("Delay", "b", ("timeSpan", Literal("00:00:05", "TimeSpan"))),
            Join("j", "WaitAll"),
            Activity("FlowDecision", "d", ("condition", Script("true", "Boolean"))),
            Activity("ForEach", "each", ("items", Input("Object", "[1,2]", "Object")), ("body", Sequence("in", Line("l", Variable("V")), Activity("Break", "break")))),
            Activity("Switch", "s", ("cases", new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = true }, ["activity"] = Set("set", "V", FromInput("In")) })), ("default", Activity("Fault", "f", ("message", Literal("x"))))).Merging("Race")),
        variables: [Declare("V", "Int32", "0")],
        inputs: [Argument("In", "Int32")],
        outputs: [Argument("Out", "String")]);
}
