using System.Text.Json.Nodes;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>Sequence, Parallel, Fork, FlowNode, If, Switch, End, Finish, Complete.</summary>
public class ContainerTests
{
    [Fact]
    public void A_sequence_runs_one_activity_after_the_other()
    {
        var play = ElsaPlay.Of(Sequence("s", Line("a"), Line("b"), Line("c")));

        Assert.Equal(("a b c", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void An_empty_sequence_ends_at_once() => Assert.Equal(ElsaPlay.Finished, ElsaPlay.Of(Sequence("s")).Status);

    // Elsa: a terminal node among the children completes the sequence.
    [Fact]
    public void An_end_ends_the_sequence_around_it() =>
        Assert.Equal("a c", ElsaPlay.Of(Sequence("outer", Sequence("inner", Line("a"), Activity("End", "end"), Line("b")), Line("c"))).Lines);

    // Elsa: work is queued, so parallel activities take turns, first come first served.
    [Fact]
    public void Parallel_branches_take_turns_and_all_have_to_end()
    {
        var parallel = Activity("Parallel", "p", ("activities", new JsonArray(Sequence("x", Line("a1"), Line("a2")), Sequence("y", Line("b1"), Line("b2")))));

        Assert.Equal("a1 b1 a2 b2 after", ElsaPlay.Of(Sequence("s", parallel, Line("after"))).Lines);
    }

    [Fact]
    public void A_parallel_waits_for_its_slowest_branch()
    {
        var play = ElsaPlay.Of(Sequence("s", Activity("Parallel", "p", ("activities", new JsonArray(Event("wait"), Line("quick")))), Line("after")));
        Assert.Equal(("quick", "wait", ElsaPlay.Suspended), (play.Lines, play.Waiting, play.Status));

        play.Resume("wait");
        Assert.Equal(("quick after", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    // Elsa: WaitAll is the default of Fork.JoinMode.
    [Theory]
    [InlineData(null, "a b", "a b")]
    [InlineData("WaitAll", "a b", "a b")]
    public void A_fork_that_waits_for_all_ends_with_its_last_branch(string? mode, string first, string waiting)
    {
        var play = ElsaPlay.Of(Sequence("s", Fork(mode), Line("after")));
        Assert.Equal(waiting, play.Waiting);

        play.Resume(first.Split(' ')[0]);
        Assert.Equal("", play.Lines);
        play.Resume(first.Split(' ')[1]);
        Assert.Equal(("after", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void A_fork_that_waits_for_any_cancels_the_other_branches()
    {
        var play = ElsaPlay.Of(Sequence("s", Fork("WaitAny"), Line("after"))).Resume("b");

        Assert.Equal(("after", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    [Fact]
    public void A_fork_may_stand_in_a_fork()
    {
        var inner = Activity("Fork", "inner", ("joinMode", "WaitAny"), ("branches", new JsonArray(Event("x"), Event("y"))));
        var play = ElsaPlay.Of(Sequence("s", Activity("Fork", "outer", ("joinMode", "WaitAll"), ("branches", new JsonArray(inner, Event("z")))), Line("after")));
        Assert.Equal("z x y", play.Waiting);

        play.Resume("y");
        Assert.Equal(("z", ""), (play.Waiting, play.Lines));
        Assert.Equal("after", play.Resume("z").Lines);
    }

    [Fact]
    public void A_flow_node_runs_its_body() => Assert.Equal("a", ElsaPlay.Of(Activity("FlowNode", "n", ("body", Line("a")))).Lines);

    [Theory]
    [InlineData(true, "yes after True")]
    [InlineData(false, "no after False")]
    public void An_if_runs_one_of_two_and_keeps_its_condition_as_its_result(bool condition, string lines)
    {
        var choice = Activity("If", "if", ("condition", Literal(condition, "Boolean")), ("then", Line("yes")), ("else", Line("no")), ("result", Result("var-Was")));
        var play = new ElsaPlay(Workflow(Sequence("s", choice, Line("after"), Line("w", Variable("Was"))), variables: [Declare("Was")])).Start();

        Assert.Equal(lines, play.Lines);
    }

    [Fact]
    public void An_if_without_the_branch_goes_on() =>
        Assert.Equal("after", ElsaPlay.Of(Sequence("s", Activity("If", "if", ("condition", Literal(false, "Boolean")), ("then", Line("yes"))), Line("after"))).Lines);

    // Elsa: MatchFirst is the default of Switch.Mode.
    [Theory]
    [InlineData(null, true, true, "first after")]
    [InlineData("MatchAny", true, true, "first second after")]
    [InlineData("MatchAny", false, true, "second after")]
    [InlineData("MatchFirst", false, false, "other after")]
    public void A_switch_runs_the_cases_that_hold_else_the_default(string? mode, bool first, bool second, string lines)
    {
        var choice = Activity(
            "Switch",
            "switch",
            ("cases", new JsonArray(Case("One", first, Line("first")), Case("Two", second, Line("second")))),
            ("default", Line("other")),
            ("mode", mode is null ? null : Literal(mode, "SwitchMode")));

        Assert.Equal(lines, ElsaPlay.Of(Sequence("s", choice, Line("after"))).Lines);
    }

    // Elsa: Finish ends the workflow, bookmarks and scheduled work of every branch included.
    [Fact]
    public void Finish_ends_everything()
    {
        var play = ElsaPlay.Of(Flow(
            "start>wait start>a a>stop stop>never start>late late>never2", Start(), Event("wait"), Line("a"), Activity("Finish", "stop"), Line("never"), Sequence("late", Line("l1"), Line("l2"), Line("l3"), Line("l4")), Line("never2")));

        Assert.Equal(("a", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    // Elsa: Complete ends the nearest composite, here the workflow.
    [Fact]
    public void Complete_ends_the_workflow_and_cancels_what_waits()
    {
        var play = ElsaPlay.Of(Flow("start>wait start>done done>never", Start(), Event("wait"), Activity("Complete", "done"), Line("never")));

        Assert.Equal(("", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    private static JsonObject Fork(string? mode) => Activity("Fork", "fork", ("joinMode", mode), ("branches", new JsonArray(Event("a"), Event("b"))));

    private static JsonObject Case(string label, bool holds, JsonObject activity) => new()
    {
        ["label"] = label,
        ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = holds },
        ["activity"] = activity,
    };
}
