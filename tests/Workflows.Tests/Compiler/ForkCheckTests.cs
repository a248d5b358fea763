using Workflows.Activities.Join;
using Workflows.Definitions;
using static Workflows.Tests.Playing.Draw;

namespace Workflows.Tests.Compiler;

/// <summary>Forks and joins nest, or the drawing is refused with the place.</summary>
public class ForkCheckTests
{
    private static IEnumerable<(string Path, string Code)> Problems(WorkflowDefinition definition) =>
        WorkflowCompiler.Compile(definition).Problems.Select(problem => (problem.Path, problem.Code));

    private static WorkflowDefinition Forked() => Forked(Join("join"), [[Approval("a")], [Approval("b")]], Approval("z"));

    private static WorkflowDefinition Forked(JoinActivity join, IReadOnlyList<ActivityDefinition[]> branches, params ActivityDefinition[] behind) => Playing.Draw.Forked(join, branches, behind);

    private static WorkflowDefinition With(WorkflowDefinition definition, IEnumerable<ActivityDefinition> more, params TransitionDefinition[] arrows) =>
        definition with { Activities = [.. definition.Activities, .. more], Transitions = [.. definition.Transitions.Where(old => !arrows.Any(arrow => arrow.From == old.From && arrow.Outcome == old.Outcome)), .. arrows] };

    [Fact]
    public void A_fork_with_its_join_is_sound() => Assert.Empty(Problems(Forked()));

    [Fact]
    public void Branches_may_end_instead_of_meeting() =>
        Assert.Empty(Problems(With(Forked(), [End("stop")], Arrow("a", "stop", "approved"))));

    [Fact]
    public void An_end_may_be_shared_by_a_branch_and_what_lies_outside() =>
        Assert.Empty(Problems(With(Forked(), [], Arrow("a", "end", "approved"))));

    [Fact]
    public void A_join_needs_a_fork() =>
        Assert.Equal([("activities[1]", "workflow.join-without-fork")], Problems(Row(Join("join"))));

    [Fact]
    public void The_branches_of_a_fork_meet_at_one_join() =>
        Assert.Contains(
            ("activities[7]", "workflow.two-joins"),
            Problems(With(Forked(), [Join("other"), Approval("y")], Arrow("b", "other", "approved"), Arrow("other", "y"), Arrow("y", "end", "approved"))));

    [Fact]
    public void Nothing_leads_out_of_a_branch_but_the_join() =>
        Assert.Contains(("activities[5]", "workflow.mixed-branches"), Problems(With(Forked(), [], Arrow("a", "z", "approved"))));

    [Fact]
    public void Nothing_leads_from_outside_into_a_branch() =>
        Assert.Contains(Problems(With(Forked(), [], Arrow("z", "a", "rejected"))), problem => problem.Code == "workflow.mixed-branches");

    [Fact]
    public void Nothing_leads_from_one_branch_into_another_and_back_to_its_fork()
    {
        Assert.Empty(Problems(With(Forked(), [], Arrow("a", "b", "rejected"))));
        Assert.Contains(Problems(With(Forked(), [], Arrow("a", "fork", "rejected"))), problem => problem.Code == "workflow.mixed-branches");
    }

    [Fact]
    public void A_loop_lies_within_a_branch() =>
        Assert.Empty(Problems(With(Forked(Join("join"), [[Approval("a"), Approval("c")], [Approval("b")]]), [], Arrow("c", "a", "rejected"))));

    [Fact]
    public void A_branch_without_a_transition_is_missing_one() =>
        Assert.Contains(
            ("activities[1]", "workflow.missing-transition"),
            Problems(Forked() with { Transitions = [.. Forked().Transitions.Where(arrow => arrow.Outcome != "b2")] }));

    [Fact]
    public void Where_every_branch_has_a_condition_there_is_a_way_for_none()
    {
        var definition = Forked();
        var asked = definition with { Activities = [.. definition.Activities.Select(activity => activity.Id == "fork" ? Fork("fork", "b1?", "b2?") : activity)] };

        Assert.Equal([("activities[1]", "workflow.missing-transition")], Problems(asked));
        Assert.Empty(Problems(asked with { Transitions = [.. asked.Transitions, Arrow("fork", "z", "none")] }));
    }

    [Fact]
    public void A_circle_over_a_fork_whose_branches_wait_for_nobody_is_endless()
    {
        var circle = With(
            Forked(Join("join"), [[Notify("n1")], [Notify("n2")]], Decision("again")),
            [],
            Arrow("again", "fork", "true"),
            Arrow("again", "end", "false"));

        Assert.Contains(Problems(circle with { Transitions = [.. circle.Transitions.Where(arrow => arrow.From != "again" || arrow.Outcome is not null)] }), problem => problem.Code == "workflow.endless");
    }
}
