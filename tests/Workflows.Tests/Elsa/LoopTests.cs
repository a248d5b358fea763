using System.Text.Json.Nodes;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>For, ForEach, ParallelForEach, While, Break.</summary>
public class LoopTests
{
    // Elsa: the end is included unless outerBoundInclusive is false; the sign of the step says the direction.
    [Theory]
    [InlineData(1, 3, null, null, "1 2 3 after")]
    [InlineData(1, 3, null, false, "1 2 after")]
    [InlineData(0, 5, 2, true, "0 2 4 after")]
    [InlineData(3, 1, -1, true, "3 2 1 after")]
    [InlineData(3, 1, -1, false, "3 2 after")]
    [InlineData(3, 1, 1, true, "after")]
    [InlineData(1, 5, -1, true, "after")]
    [InlineData(5, 5, 1, true, "5 after")]
    [InlineData(5, 5, 1, false, "after")]
    public void A_for_counts_from_start_to_end(int start, int end, int? step, bool? inclusive, string lines)
    {
        var loop = Activity(
            "For",
            "for",
            ("start", Literal(start, "Int32")),
            ("end", Literal(end, "Int32")),
            ("step", step is null ? null : Literal(step, "Int32")),
            ("outerBoundInclusive", inclusive is null ? null : Literal(inclusive, "Boolean")),
            ("body", Line("n", Named("CurrentValue"))));

        Assert.Equal(lines, ElsaPlay.Of(Sequence("s", loop, Line("after"))).Lines);
    }

    [Fact]
    public void A_for_gives_its_number_to_a_variable()
    {
        var loop = Activity("For", "for", ("start", Literal(1, "Int32")), ("end", Literal(2, "Int32")), ("currentValue", Result("var-I")), ("body", Line("n", Variable("I"))));

        Assert.Equal("1 2", new ElsaPlay(Workflow(loop, variables: [Declare("I", "Int32")])).Start().Lines);
    }

    [Fact]
    public void A_for_each_runs_its_body_for_each_item_in_turn()
    {
        var play = ElsaPlay.Of(Sequence("s", Each("ForEach", Sequence("b", Line("i", Named("CurrentIndex")), Line("v", Named("CurrentValue")))), Line("after")));

        Assert.Equal("0 red 1 green 2 blue after", play.Lines);
    }

    // Elsa: items are found once, when the loop begins.
    [Fact]
    public void A_for_each_keeps_to_the_items_it_began_with()
    {
        var body = Sequence("b", Line("v", Named("CurrentValue")), Set("clear", "Items", Input("Object", "[]", "Object")));
        var loop = Activity("ForEach", "each", ("items", Variable("Items")), ("body", body));

        Assert.Equal("a b", new ElsaPlay(Workflow(loop, variables: [Declare("Items", "Object", "[\"a\",\"b\"]", isArray: true)])).Start().Lines);
    }

    [Fact]
    public void A_for_each_of_nothing_goes_on() =>
        Assert.Equal("after", ElsaPlay.Of(Sequence("s", Activity("ForEach", "each", ("items", Input("Object", "[]", "Object")), ("body", Line("x"))), Line("after"))).Lines);

    [Fact]
    public void A_for_each_waits_in_its_body_and_goes_on_where_it_was()
    {
        var play = ElsaPlay.Of(Each("ForEach", Sequence("b", Event("wait"), Line("v", Named("CurrentValue")))));
        play.Resume("wait");
        Assert.Equal(("red", "wait"), (play.Lines, play.Waiting));

        Assert.Equal("red green blue", play.Resume("wait").Resume("wait").Lines);
    }

    // Elsa: every item is scheduled at once with its own CurrentValue and CurrentIndex.
    [Fact]
    public void A_parallel_for_each_runs_all_items_at_once_each_with_its_own()
    {
        var play = ElsaPlay.Of(Sequence("s", Each("ParallelForEach", Sequence("b", Line("i", Named("CurrentIndex")), Event("wait"), Line("v", Named("CurrentValue")))), Line("after")));
        Assert.Equal(("0 1 2", "wait wait wait"), (play.Lines, play.Waiting));

        play.Accept(new ResumeElsa(play.Main.Bookmarks[2].Number)).Accept(new ResumeElsa(play.Main.Bookmarks[0].Number));
        Assert.Equal("0 1 2 blue red", play.Lines);
        Assert.Equal("0 1 2 blue red green after", play.Resume("wait").Lines);
    }

    [Fact]
    public void A_while_looks_at_its_condition_before_each_run()
    {
        var loop = Activity("While", "while", ("condition", Script("getCounter() < 3", "Boolean")), ("body", Sequence("b", Line("n", Variable("Counter")), Set("inc", "Counter", Script("getCounter() + 1")))));

        Assert.Equal("0 1 2 after", new ElsaPlay(Workflow(Sequence("s", loop, Line("after")), variables: [Declare("Counter", "Int32", "0")])).Start().Lines);
    }

    // Elsa: Break reaches the nearest loop; what follows in the sequences in between is left out.
    [Theory]
    [InlineData("ForEach")]
    [InlineData("While")]
    [InlineData("For")]
    public void A_break_ends_the_nearest_loop(string kind)
    {
        var body = Sequence("b", Line("in"), Activity("If", "if", ("condition", Literal(true, "Boolean")), ("then", Sequence("t", Activity("Break", "break"), Line("never")))), Line("never2"));
        var loop = kind switch
        {
            "While" => Activity("While", "loop", ("condition", Literal(true, "Boolean")), ("body", body)),
            "For" => Activity("For", "loop", ("end", Literal(9, "Int32")), ("body", body)),
            _ => Each("ForEach", body),
        };
        var outer = Activity("For", "outer", ("start", Literal(1, "Int32")), ("end", Literal(2, "Int32")), ("body", Sequence("o", loop, Line("next"))));

        Assert.Equal("in next in next after", ElsaPlay.Of(Sequence("s", outer, Line("after"))).Lines);
    }

    // Elsa: Break is a terminal node of a flowchart.
    [Fact]
    public void A_break_in_a_flowchart_ends_the_loop_and_what_waits_in_it()
    {
        var body = Flow("start>wait start>a a>break break>never", Start(), Event("wait"), Line("a"), Activity("Break", "break"), Line("never"));
        var play = ElsaPlay.Of(Sequence("s", Activity("While", "loop", ("condition", Literal(true, "Boolean")), ("body", body)), Line("after")));

        Assert.Equal(("a after", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loop_that_never_waits_is_refused(bool empty)
    {
        var play = new ElsaPlay(Workflow(Activity("While", "loop", ("condition", Literal(true, "Boolean")), ("body", empty ? null : Line("x")))));

        var refused = play.Refuse(new StartElsa("i", JoinBehaviour.Counter, new Dictionary<string, System.Text.Json.JsonElement>()));

        Assert.Equal("elsa.endless", refused.Code);
        Assert.Contains("50000 activities", refused.Message, StringComparison.Ordinal);
    }

    private static JsonObject Each(string kind, JsonObject body) => Activity(kind, "each", ("items", Input("Object", """["red","green","blue"]""", "Object")), ("body", body));

    private static JsonObject Named(string name) => Input("Variable", new JsonObject { ["name"] = name }, "Object");
}
