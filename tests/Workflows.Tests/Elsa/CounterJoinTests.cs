using System.Text.Json.Nodes;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>
/// Joins by counting, Elsa's default. Its rule: an activity runs when all connections into it were visited and one was
/// taken; ways not taken are visited as not taken, through all activities on them.
/// </summary>
public class CounterJoinTests
{
    [Fact]
    public void An_activity_behind_two_ways_runs_once_when_both_have_come()
    {
        var play = ElsaPlay.Of(Flow("start>a start>b a>j b>j", Start(), Line("a"), Event("b"), Line("j")));
        Assert.Equal(("a", "b"), (play.Lines, play.Waiting));

        Assert.Equal("a j", play.Resume("b").Lines);
    }

    [Theory]
    [InlineData(true, "yes j")]
    [InlineData(false, "no j")]
    public void A_way_not_taken_is_not_waited_for(bool holds, string lines)
    {
        var play = ElsaPlay.Of(Flow("d:True>yes d:False>no yes>j no>j", Decision("d", holds), Line("yes"), Line("no"), Line("j")));

        Assert.Equal((lines, ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void A_way_not_taken_is_not_taken_through_all_its_activities()
    {
        var play = ElsaPlay.Of(Flow(
            "start>a start>d d:True>x x>y y>z z>j a>j j>k", Start(), Line("a"), Decision("d", false), Line("x"), Line("y"), Line("z"), Line("j"), Line("k")));

        Assert.Equal(("a j k", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void What_no_way_leads_to_is_passed_over_and_the_flowchart_ends()
    {
        var play = ElsaPlay.Of(Flow("d:True>x d:True>y x>j y>j j>k", Decision("d", false), Line("x"), Line("y"), Line("j"), Line("k")));

        Assert.Equal(("", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void Both_outcomes_of_a_decision_may_lead_to_one_activity() =>
        Assert.Equal("j", ElsaPlay.Of(Flow("d:True>j d:False>j", Decision("d", true), Line("j"))).Lines);

    // WaitAllActive of a FlowJoin is the same rule; WaitAll asks for all ways taken; WaitAny goes at the first.
    [Theory]
    [InlineData("WaitAllActive", "a after")]
    [InlineData("WaitAll", "a")]
    [InlineData("WaitAny", "a after")]
    public void A_join_behind_a_way_not_taken(string mode, string lines)
    {
        var play = ElsaPlay.Of(Flow("start>a start>d d:True>b a>j b>j j>after", Start(), Line("a"), Decision("d", false), Line("b"), Join("j", mode), Line("after")));

        Assert.Equal((lines, ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Theory]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAll")]
    public void A_join_of_all_waits_for_the_last(string mode)
    {
        var play = ElsaPlay.Of(Flow("start>a start>b a>j b>j j>after", Start(), Event("a"), Event("b"), Join("j", mode), Line("after")));

        Assert.Equal("", play.Resume("b").Lines);
        Assert.Equal(("after", ElsaPlay.Finished), (play.Resume("a").Lines, play.Status));
    }

    [Fact]
    public void A_join_of_any_goes_at_the_first_and_cancels_the_others()
    {
        var play = ElsaPlay.Of(Flow("start>a start>b start>c a>j b>x x>j c>j j>after", Start(), Event("a"), Event("b"), Event("c"), Line("x"), Join("j", "WaitAny"), Line("after")));
        play.Resume("c");

        Assert.Equal(("after", "", ElsaPlay.Finished), (play.Lines, play.Waiting, play.Status));
    }

    // Elsa: WaitAny is the default of FlowJoin.Mode, and a second arrival in the same burst finds the join scheduled or done.
    [Fact]
    public void A_join_of_any_runs_once_though_all_ways_come()
    {
        var join = Activity("FlowJoin", "j");

        Assert.Equal("a b after", ElsaPlay.Of(Flow("start>a start>b a>j b>j j>after", Start(), Line("a"), Line("b"), join, Line("after"))).Lines);
    }

    [Fact]
    public void Braided_ways_run_each_activity_once_in_the_order_of_the_queue() => Assert.Equal(
        "1 2 3 4 5 6 7",
        ElsaPlay.Of(Flow("1>2 1>3 2>4 2>5 3>5 3>6 4>7 5>7 6>7", Line("1"), Line("2"), Line("3"), Line("4"), Line("5"), Line("6"), Line("7"))).Lines);

    [Fact]
    public void A_fork_in_a_fork_joins_inside_first()
    {
        var play = ElsaPlay.Of(Flow(
            "start>x start>y x>x1 x>x2 x1>jx x2>jx jx>j y>j j>after",
            Start(), Line("x"), Line("y"), Event("x1"), Event("x2"), Line("jx"), Line("j"), Line("after")));
        Assert.Equal("x y", play.Lines);

        play.Resume("x2");
        Assert.Equal("x y", play.Lines);
        play.Resume("x1");
        Assert.Equal(("x y jx j after", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void A_loop_may_go_back_to_before_a_fork_and_join_again()
    {
        var play = new ElsaPlay(Workflow(
            Flow(
                "start>fork fork>a fork>b a>j b>j j>inc inc>d d:False>fork d:True>end",
                Start(), Line("fork"), Line("a"), Line("b"), Line("j"), Set("inc", "N", Script("getN() + 1")), Activity("FlowDecision", "d", ("condition", Script("getN() >= 2", "Boolean"))), Line("end")),
            variables: [Declare("N", "Int32", "0")])).Start();

        Assert.Equal(("fork a b j fork a b j end", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void A_loop_back_into_a_join_runs_it_again()
    {
        var play = new ElsaPlay(Workflow(
            Flow(
                "start>a start>b a>j b>j j>inc inc>d d:False>j d:True>end",
                Start(), Line("a"), Line("b"), Line("j"), Set("inc", "N", Script("getN() + 1")), Activity("FlowDecision", "d", ("condition", Script("getN() >= 3", "Boolean"))), Line("end")),
            variables: [Declare("N", "Int32", "0")])).Start();

        Assert.Equal(("a b j j j end", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void Merge_modes_do_not_matter_when_ways_are_counted()
    {
        foreach (var mode in new[] { "Stream", "Merge", "Converge", "Cascade", "Race" })
        {
            Assert.Equal("a j", ElsaPlay.Of(Flow("start>a start>d d:True>b a>j b>j", Start(), Line("a"), Decision("d", false), Line("b"), Line("j").Merging(mode))).Lines);
        }
    }

    [Fact]
    public void A_wait_that_another_branch_makes_needless_leaves_the_rest_waiting()
    {
        var play = ElsaPlay.Of(Flow("start>a start>b start>other a>j b>j j>after", Start(), Event("a"), Event("b"), Event("other"), Join("j", "WaitAny"), Line("after")));

        play.Resume("a");
        Assert.Equal(("after", "other", ElsaPlay.Suspended), (play.Lines, play.Waiting, play.Status));
        Assert.Equal(ElsaPlay.Finished, play.Resume("other").Status);
    }
}
