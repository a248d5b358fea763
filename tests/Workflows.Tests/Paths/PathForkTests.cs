using Workflows.Activities.Approval;
using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Paths;

/// <summary>Forks, switches, tasks, waits and returns on a path.</summary>
public class PathForkTests
{
    private static Play Forked() => new Play(Draw.Forked(
            Draw.Join("join"),
            [[Draw.Approval("a"), Draw.Approval("b")], [Draw.FillIn("f")], [Draw.WaitForEvent("w")]],
            Draw.Approval("z")))
        .With("a", Gao, Sun).With("b", Zhang).With("f", Chen).With("z", Wu);

    private static PathStep Step(Play play, string id) => play.Path().Steps.Single(step => step.ActivityId == id);

    private static IEnumerable<string> Edges(Play play) => play.Path().Edges.Select(edge => $"{edge.From} {edge.Kind} {edge.To}");

    [Fact]
    public void All_branches_are_foreseen_and_meet_behind_the_join()
    {
        var play = Forked();

        Assert.Equal(["a", "b", "end", "f", "submit", "w", "z"], play.Path().Steps.Select(step => step.ActivityId).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "a Expected b", "b Expected z", "f Expected z", "submit Expected a", "submit Expected f", "submit Expected w", "w Expected z", "z Expected end",
            ],
            Edges(play).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_branch_is_drawn_in_rows_of_its_own()
    {
        var nodes = PathLayout.Arrange(Forked().Path()).Nodes.ToDictionary(node => node.Key, node => (node.Column, node.Lane));

        Assert.Equal((1, 0), nodes["a/1"]);
        Assert.Equal((1, 1), nodes["a/2"]);
        Assert.Equal((2, 0), nodes["b"]);
        Assert.Equal((1, 2), nodes["f"]);
        Assert.Equal((1, 3), nodes["w"]);
        Assert.Equal((3, 0), nodes["z"]);
    }

    [Fact]
    public void Each_branch_says_how_far_it_is()
    {
        var play = Forked().Start();
        play.Complete(Chen);

        Assert.Equal(PathStepState.Done, Step(play, "f").State);
        Assert.Equal(PathStepState.Current, Step(play, "a").State);
        Assert.Equal(PathStepState.Current, Step(play, "w").State);
        Assert.Equal(PathStepState.Expected, Step(play, "b").State);
        Assert.Equal(PathStepState.Expected, Step(play, "z").State);
    }

    [Fact]
    public void A_branch_that_a_condition_leaves_out_is_skipped_with_its_reason()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Fork("fork", "one?", "two"), Draw.Approval("a"), Draw.Approval("b"), Draw.Join("join"), Draw.End()],
            [
                Draw.Arrow("submit", "fork"), Draw.Arrow("fork", "a", "one"), Draw.Arrow("fork", "b", "two"),
                Draw.Arrow("a", "join", "approved"), Draw.Arrow("b", "join", "approved"), Draw.Arrow("join", "end"),
            ])).With("a", Gao).With("b", Zhang);

        Assert.Equal((PathStepState.Skipped, "one?", true), (Step(play, "a").State, Step(play, "a").SkippedBy!.Label, Step(play, "a").SkippedBy!.ComesIf));
        Assert.Equal((PathStepState.Expected, "one?"), (Step(play.Where("fork/one"), "a").State, Step(play, "a").AskedForBy?.Label ?? "one?"));
    }

    [Fact]
    public void The_cases_of_a_switch_that_are_not_taken_are_skipped()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Switch("s", "large", "small"), Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c"), Draw.End()],
            [
                Draw.Arrow("submit", "s"), Draw.Arrow("s", "a", "large"), Draw.Arrow("s", "b", "small"), Draw.Arrow("s", "c", "otherwise"),
                Draw.Arrow("a", "end", "approved"), Draw.Arrow("b", "end", "approved"), Draw.Arrow("c", "end", "approved"),
            ])).With("a", Gao).With("b", Zhang).With("c", Chen).Where("s/small");

        Assert.Equal(PathStepState.Expected, Step(play, "b").State);
        Assert.Equal((PathStepState.Skipped, "large"), (Step(play, "a").State, Step(play, "a").SkippedBy!.Label));
        Assert.Equal(PathStepState.Skipped, Step(play, "c").State);
    }

    [Fact]
    public void A_straight_return_shows_who_waits_for_whom()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b", SignMode.Any))).With("a", Gao).With("b", Zhang).Start();
        play.Approve(Gao);
        play.ReturnTo(Zhang, "a", ResumeMode.StraightBack);

        Assert.Equal(PathStepState.Current, Step(play, "a").State);
        var back = play.Path().Edges.Single(edge => edge.Kind == PathEdgeKind.Returned);
        Assert.Equal(("b", "a", ResumeMode.StraightBack), (back.From, back.To, back.Return!.Resume!.Value));
    }

    [Fact]
    public void Whoever_was_brought_in_stands_behind_who_did()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao, Zhang).Start();
        play.Add(Gao, AddedPlace.Before, Wu);
        play.Delegate(Zhang, Sun);

        Assert.Equal(
            [(Gao, PathSignerState.Held, null), (Wu, PathSignerState.Open, Gao), (Zhang, PathSignerState.Held, null), (Sun, PathSignerState.Open, (Guid?)Zhang)],
            Step(play, "a").Signers.Select(signer => (signer.Person, signer.State, signer.BroughtInBy)));
    }

    [Fact]
    public void A_suspended_instance_that_was_returned_is_still_with_its_initiator()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao).Start();
        play.Return(Gao);
        play.Accept(new ReassignWorkItem(play.OpenItemOf(Lin).Number, Admin, Wu, "on leave"));
        play.Accept(new SuspendInstance(Admin, "looked into"));

        var submit = Step(play, "submit");
        Assert.Equal((PathStepState.Current, Wu), (submit.State, submit.Signers.Single().Person));
    }

    [Fact]
    public void Steps_that_a_new_version_lacks_are_left_out()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"))).With("a", Gao).With("b", Zhang).Start();
        play.Approve(Gao);
        play.Migrate(Draw.Row(Draw.Approval("b"), Draw.Approval("c")), new Dictionary<string, string>());

        Assert.Equal(["submit", "b", "c", "end"], play.Path().Steps.Select(step => step.ActivityId));
    }

    [Fact]
    public void An_incident_stands_at_its_step_and_keeps_the_way_from_being_foreseen()
    {
        var play = new Play(Draw.Forked(Draw.Join("join", JoinMode.All), [[Draw.Approval("a") with { Deadline = Draw.Deadline("8h") }], [Draw.Approval("b")]])).With("a", Gao).With("b", Zhang);
        play.BrokenPrefixes.Add("due:");
        play.Start();

        Assert.Equal("test.broken", Step(play, "a").Incident!.Code);
        Assert.Equal("test.broken", play.Path().Blocked!.Code);
    }
}
