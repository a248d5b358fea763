using System.Text.Json.Nodes;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>Flowchart, Start, End, FlowDecision, FlowSwitch, FlowFork, and what both join behaviours have in common.</summary>
public class FlowchartTests
{
    public static TheoryData<JoinBehaviour> Both => [JoinBehaviour.Counter, JoinBehaviour.Token];

    [Theory]
    [MemberData(nameof(Both))]
    public void Activities_follow_their_connections(JoinBehaviour joins)
    {
        var play = ElsaPlay.Of(Flow("start>a a>b", Line("b"), Line("a"), Start()), joins);

        Assert.Equal(("a b", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void An_empty_flowchart_ends_at_once() => Assert.Equal(ElsaPlay.Finished, ElsaPlay.Of(Flow("")).Status);

    // Elsa: the activity named as start, then a Start, then one that can start the workflow, then the first without a way in.
    [Fact]
    public void A_flowchart_starts_where_it_says_else_at_a_start_else_where_it_may_else_at_the_top()
    {
        Assert.Equal("b", ElsaPlay.Of(Flow("a>b", Start(), Line("a"), Line("b")).With("start", "b")).Lines);
        Assert.Equal("c", ElsaPlay.Of(Flow("start>c", Line("a"), Start(), Line("c"))).Lines);
        Assert.Equal("b", ElsaPlay.Of(Flow("", Line("a"), Line("b").Custom("canStartWorkflow", true))).Lines);
        Assert.Equal("b a", ElsaPlay.Of(Flow("b>a", Line("a"), Line("b"))).Lines);
        Assert.Equal("a b", ElsaPlay.Of(Flow("a>b b>a:x", Line("a"), Line("b")).With("connections", new JsonArray(Old("a", "b"), Old("b", "a", "x")))).Lines);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_decision_goes_one_way(JoinBehaviour joins)
    {
        Assert.Equal("yes", ElsaPlay.Of(Flow("d:True>yes d:False>no", Decision("d", true), Line("yes"), Line("no")), joins).Lines);
        Assert.Equal("no", ElsaPlay.Of(Flow("d:True>yes d:False>no", Decision("d", false), Line("yes"), Line("no")), joins).Lines);
    }

    [Theory]
    [InlineData("MatchFirst", true, true, "one")]
    [InlineData("MatchAny", true, true, "one two")]
    [InlineData("MatchAny", false, true, "two")]
    [InlineData("MatchAny", false, false, "other")]
    [InlineData(null, false, false, "other")]
    public void A_flow_switch_goes_the_ways_that_hold_else_default(string? mode, bool first, bool second, string lines)
    {
        foreach (var joins in Enum.GetValues<JoinBehaviour>())
        {
            var choice = Activity(
                "FlowSwitch",
                "switch",
                ("cases", new JsonArray(Case("One", first), Case("Two", second))),
                ("mode", mode is null ? null : Literal(mode, "SwitchMode")));

            Assert.Equal(lines, ElsaPlay.Of(Flow("switch:One>one switch:Two>two switch:Default>other", choice, Line("one"), Line("two"), Line("other")), joins).Lines);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_flow_fork_goes_all_the_ways_it_names(JoinBehaviour joins)
    {
        var fork = Activity("FlowFork", "fork", ("branches", Input("Object", """["A","B"]""", "String[]")));

        Assert.Equal("a b", ElsaPlay.Of(Flow("fork:A>a fork:B>b fork:C>c", fork, Line("a"), Line("b"), Line("c")), joins).Lines);
    }

    // Elsa: an End ends the flowchart around it at once, and only that.
    [Theory]
    [MemberData(nameof(Both))]
    public void An_end_ends_its_own_flowchart_and_cancels_what_waits_in_it(JoinBehaviour joins)
    {
        var inner = Flow("start>wait start>a a>end end>never", Start(), Event("wait"), Line("a"), Activity("End", "end"), Line("never"));
        var play = ElsaPlay.Of(Sequence("s", inner, Line("after")), joins);

        Assert.Equal(("a after", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_flowchart_goes_on_after_each_wait(JoinBehaviour joins)
    {
        var play = ElsaPlay.Of(Flow("start>w1 w1>a a>w2 w2>b", Start(), Event("w1"), Line("a"), Event("w2"), Line("b")), joins);
        Assert.Equal(("", "w1", ElsaPlay.Suspended), (play.Lines, play.Waiting, play.Status));

        play.Resume("w1");
        Assert.Equal(("a", "w2"), (play.Lines, play.Waiting));
        play.Resume("w2");
        Assert.Equal(("a b", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_loop_goes_back_until_its_condition_holds(JoinBehaviour joins)
    {
        var play = new ElsaPlay(Workflow(
            Flow(
                "start>do do>inc inc>enough enough:True>done enough:False>again again>do",
                Start(),
                Line("do"),
                Set("inc", "Counter", Script("getCounter() + 1")),
                Activity("FlowDecision", "enough", ("condition", Script("return getCounter() > 2;", "Boolean"))),
                Line("again"),
                Line("done")),
            variables: [Declare("Counter", "Int32", "0")]))
        { Joins = joins };

        play.Start();

        Assert.Equal(("do again do again do done", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    // Elsa, counting: "Every path from the source must go through the target when tracing back to the start."
    [Fact]
    public void A_connection_that_jumps_back_into_a_branch_is_an_incident_when_ways_are_counted()
    {
        var chart = Flow("start>a start>b a>c b>c c:Done>d d:True>a", Start(), Line("a"), Line("b"), Line("c"), Decision("d", true));
        var play = ElsaPlay.Of(chart);

        Assert.Equal(("a b c", ElsaPlay.Faulted), (play.Lines, play.Status));
        Assert.Contains("goes back", Assert.Single(play.Main.Incidents).Message, StringComparison.Ordinal);
    }

    private static JsonObject Case(string label, bool holds) => new()
    {
        ["label"] = label,
        ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = holds },
    };

    private static JsonObject Old(string source, string target, string port = "Done") =>
        new() { ["source"] = source, ["target"] = target, ["sourcePort"] = port, ["targetPort"] = "In" };
}
