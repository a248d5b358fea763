using System.Text.Json.Nodes;
using Workflows.Elsa.Running;
using static Workflows.Elsa.Running.JoinBehaviour;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>Joins by tokens: the merge mode of the activity behind several ways says what it waits for.</summary>
public class TokenJoinTests
{
    // "Stream flows freely when possible, ignoring dead paths"; no mode is Stream.
    [Theory]
    [InlineData("None")]
    [InlineData("Stream")]
    [InlineData(null)]
    public void Stream_waits_for_what_is_on_its_way_and_for_nothing_else(string? mode)
    {
        var play = ElsaPlay.Of(Flow("start>a start>b a>j b>j", Start(), Line("a"), Event("b"), Merging("j", mode)), Token);
        Assert.Equal(("a", "b"), (play.Lines, play.Waiting));
        Assert.Equal(("a j", ElsaPlay.Finished), (play.Resume("b").Lines, play.Status));

        var dead = ElsaPlay.Of(Dead(Merging("j", mode)), Token);
        Assert.Equal(("a j", ElsaPlay.Finished), (dead.Lines, dead.Status));
    }

    // Elsa looks at a join when a token arrives: the one from a came while d was open, and no other arrives after it.
    [Fact]
    public void Stream_stays_when_the_way_it_waited_for_is_not_taken()
    {
        var play = ElsaPlay.Of(Flow("a>d a>j d:True>j", Line("a"), Decision("d", false), Line("j")), Token);

        Assert.Equal(("a", "", ElsaPlay.Suspended), (play.Lines, play.Waiting, play.Status));
    }

    // "Merge waits for all forward inbound connections. Will block on dead paths."
    // "Converge requires every connection to execute. Will block on dead paths."
    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public void Merge_and_converge_wait_for_all_ways_and_stay_before_one_not_taken(string mode)
    {
        var play = ElsaPlay.Of(Flow("start>a start>b a>j b>j", Start(), Line("a"), Line("b"), Merging("j", mode)), Token);
        Assert.Equal(("a b j", ElsaPlay.Finished), (play.Lines, play.Status));

        // Elsa: the token before the join is left over, so the flowchart stays open and the workflow is suspended without a wait.
        var dead = ElsaPlay.Of(Dead(Merging("j", mode)), Token);
        Assert.Equal(("a", "", ElsaPlay.Suspended), (dead.Lines, dead.Waiting, dead.Status));
    }

    // Elsa: an arrival over the way back needs tokens on all forward ways too, and those are used up by then.
    [Theory]
    [InlineData("Merge", "a b j", ElsaSubStatus.Suspended)]
    [InlineData("Stream", "a b j j j end", ElsaSubStatus.Finished)]
    public void A_loop_back_into_a_join_of_several_ways(string mode, string lines, ElsaSubStatus subStatus)
    {
        var play = Counting("start>a start>b a>j b>j j>inc inc>d d:False>j d:True>end", Start(), Line("a"), Line("b"), Merging("j", mode));

        Assert.Equal((lines, subStatus), (play.Lines, play.Main.SubStatus));
    }

    // "Merge and Converge use count check to avoid strictness on single inbound": a loop through one way in runs.
    [Theory]
    [InlineData("Merge")]
    [InlineData("Stream")]
    [InlineData("Cascade")]
    public void A_loop_through_an_activity_with_one_way_in_from_the_start_runs(string mode)
    {
        var play = Counting("start>j j>inc inc>d d:False>j d:True>end", Start(), Merging("j", mode));

        Assert.Equal(("j j j end", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    // "Converge requires every connection (forward and backward)": the way back was never taken, so the first round stays.
    [Fact]
    public void Converge_waits_for_the_way_back_too()
    {
        var play = ElsaPlay.Of(Flow("start>j j>d d:False>j d:True>end", Start(), Merging("j", "Converge"), Decision("d", true), Line("end")), Token);

        Assert.Equal(("", "", ElsaPlay.Suspended), (play.Lines, play.Waiting, play.Status));
    }

    // "Race: executes on first arrival, cancels the others."
    [Fact]
    public void Race_goes_at_the_first_and_cancels_the_others()
    {
        var play = ElsaPlay.Of(Flow("start>a start>b start>c a>j b>x x>j c>j j>after", Start(), Event("a"), Event("b"), Event("c"), Line("x"), Merging("j", "Race"), Line("after")), Token);
        play.Resume("c");

        Assert.Equal(("j after", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    [Fact]
    public void Race_runs_once_though_all_ways_come() =>
        Assert.Equal("a b j", ElsaPlay.Of(Flow("start>a start>b a>j b>j", Start(), Line("a"), Line("b"), Merging("j", "Race")), Token).Lines);

    [Fact]
    public void Race_drops_what_comes_when_it_has_run()
    {
        var play = ElsaPlay.Of(Flow("start>a start>b b>c c>d d>j a>j", Start(), Line("a"), Line("b"), Line("c"), Line("d"), Merging("j", "Race")), Token);

        Assert.Equal(("a b j c d", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    // Elsa after 3.7: "a WaitAny join that loops back re-opens its waits and resumes".
    [Fact]
    public void A_race_that_loops_back_opens_its_waits_again()
    {
        var play = Counting("start>pay start>remind pay>j x>j remind>x j>inc inc>d d:False>start d:True>end", Start(), Event("pay"), Event("remind"), Line("x"), Join("j", "WaitAny"));
        play.Resume("remind");
        Assert.Equal(("x", "pay remind"), (play.Lines, play.Waiting));

        play.Resume("pay").Resume("remind");
        Assert.Equal(("x x end", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    // Elsa runs an activity once for arrivals that come before it has ended, though its words say once for each; one that
    // comes later runs it again.
    [Fact]
    public void Cascade_runs_for_the_first_arrival_and_for_each_that_comes_after_it_has_ended()
    {
        Assert.Equal("a b j", ElsaPlay.Of(Flow("start>a start>b a>j b>j", Start(), Line("a"), Line("b"), Merging("j", "Cascade")), Token).Lines);

        var play = ElsaPlay.Of(Flow("start>a start>b a>j b>j", Start(), Line("a"), Event("b"), Merging("j", "Cascade")), Token);
        Assert.Equal(("a j", "b", ElsaPlay.Suspended), (play.Lines, play.Waiting, play.Status));
        Assert.Equal(("a j j", ElsaPlay.Finished), (play.Resume("b").Lines, play.Status));
    }

    // Elsa: a FlowJoin that waits for any is Race, every other one Merge.
    [Theory]
    [InlineData("WaitAny", "a after")]
    [InlineData("WaitAll", "a")]
    [InlineData("WaitAllActive", "a")]
    public void A_flow_join_merges_by_its_own_mode(string mode, string lines)
    {
        var play = ElsaPlay.Of(Flow("start>a start>d d:True>b a>j b>j j>after", Start(), Line("a"), Decision("d", false), Line("b"), Join("j", mode), Line("after")), Token);

        Assert.Equal(lines, play.Lines);
    }

    [Fact]
    public void A_fork_in_a_fork_joins_inside_first()
    {
        var play = ElsaPlay.Of(
            Flow(
                "start>x start>y x>x1 x>x2 x1>jx x2>jx jx>j y>j j>after",
                Start(), Line("x"), Line("y"), Event("x1"), Event("x2"), Merging("jx", "Merge"), Merging("j", "Merge"), Line("after")),
            Token);

        Assert.Equal("x y", play.Resume("x2").Lines);
        Assert.Equal(("x y jx j after", ElsaPlay.Finished), (play.Resume("x1").Lines, play.Status));
    }

    /// <summary>A flowchart with a counter that goes back until it is three.</summary>
    private static ElsaPlay Counting(string connections, params JsonObject[] activities)
    {
        var decision = Activity("FlowDecision", "d", ("condition", Script("getN() >= 3", "Boolean")));
        var chart = Flow(connections, [.. activities, Set("inc", "N", Script("getN() + 1")), decision, Line("end")]);
        return new ElsaPlay(Workflow(chart, variables: [Declare("N", "Int32", "0")])) { Joins = Token }.Start();
    }

    private static JsonObject Dead(JsonObject join) => Flow("start>a start>d d:True>b a>j b>j", Start(), Line("a"), Decision("d", false), Line("b"), join);

    private static JsonObject Merging(string id, string? mode) => mode is null ? Line(id) : Line(id).Merging(mode);
}
