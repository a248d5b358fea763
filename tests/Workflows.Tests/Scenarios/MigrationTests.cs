using Workflows.Definitions;
using Workflows.Migration;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class MigrationTests
{
    private static readonly Dictionary<string, string> NoChoices = [];

    private static WorkflowDefinition Row(params string[] steps) => Draw.Row([.. steps.Select(id => Draw.Approval(id))]);

    private static Play Started(WorkflowDefinition definition)
    {
        var play = new Play(definition).With("a", Gao).With("b", Zhang).With("c", Chen).With("d", Wu);
        return play.Start();
    }

    [Fact]
    public void What_is_in_both_versions_stays_and_goes_on_by_the_new_one()
    {
        var play = Started(Row("a", "b"));
        play.Approve(Gao);

        var plan = play.Migrate(Row("a", "b", "c"), NoChoices);

        Assert.Equal([("b", "b", MigrationFate.Stays)], plan.Steps.Select(step => (step.From, step.To, step.Fate)));
        play.Approve(Zhang);
        Assert.Equal([Chen], play.Waiting);
    }

    [Fact]
    public void What_the_new_version_lacks_needs_a_choice()
    {
        var play = Started(Row("a", "b"));

        var plan = play.Plan(Row("c", "d"), NoChoices);
        Assert.Equal((null, MigrationFate.NeedsChoice), (plan.Steps.Single().To, plan.Steps.Single().Fate));
        Assert.Equal(["c", "d"], plan.Steps.Single().Options);

        play.Migrate(Row("c", "d"), new Dictionary<string, string> { ["a"] = "d" });

        Assert.Equal(["d"], play.At);
        Assert.Equal("d", play.OpenItemOf(Gao).ActivityId);
        play.Approve(Gao);
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Nothing_that_was_done_is_done_again()
    {
        var play = Started(Row("a", "b"));
        play.Approve(Gao);
        var opened = play.Events.OfType<WorkItemOpened>().Count();

        play.Migrate(Row("a", "b"), NoChoices);

        Assert.Equal(opened, play.Events.OfType<WorkItemOpened>().Count());
        Assert.Equal([Zhang], play.Waiting);
    }

    [Fact]
    public void A_step_in_more_forks_or_of_another_kind_is_no_choice()
    {
        var play = Started(Row("a"));
        var forked = Draw.Forked(Draw.Join("join"), [[Draw.Approval("a")], [Draw.Approval("b")]], Draw.FillIn("c"));

        Assert.Empty(play.Plan(forked, NoChoices).Steps.Single().Options);
        Assert.Equal("migration.choice", play.RefuseMigration(forked, new Dictionary<string, string> { ["a"] = "b" }).Code);
        Assert.Equal("migration.choice", play.RefuseMigration(forked, new Dictionary<string, string> { ["a"] = "c" }).Code);
        Assert.Equal("migration.choice", play.RefuseMigration(forked, NoChoices).Code);
    }

    [Fact]
    public void Live_branches_move_and_their_join_waits_for_them()
    {
        var play = Started(Draw.Forked(Draw.Join("join"), [[Draw.Approval("a")], [Draw.Approval("b")]]));
        play.Approve(Gao);

        play.Migrate(Draw.Forked(Draw.Join("join"), [[Draw.Approval("a")], [Draw.Approval("b"), Draw.Approval("c")]]), NoChoices);

        play.Approve(Zhang);
        Assert.Equal([Chen], play.Waiting);
        play.Approve(Chen);
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Steps_of_one_fork_do_not_move_into_different_forks()
    {
        var play = Started(Draw.Forked(Draw.Join("join"), [[Draw.Approval("a")], [Draw.Approval("b")]]));
        var two = Draw.Workflow(
            [Draw.Start(), Draw.Fork("f1", "one", "two"), Draw.Approval("a"), Draw.Approval("x"), Draw.Join("j1"), Draw.Fork("f2", "one", "two"), Draw.Approval("b"), Draw.Approval("y"), Draw.Join("j2"), Draw.End()],
            [
                Draw.Arrow("submit", "f1"), Draw.Arrow("f1", "a", "one"), Draw.Arrow("f1", "x", "two"), Draw.Arrow("a", "j1", "approved"), Draw.Arrow("x", "j1", "approved"), Draw.Arrow("j1", "f2"),
                Draw.Arrow("f2", "b", "one"), Draw.Arrow("f2", "y", "two"), Draw.Arrow("b", "j2", "approved"), Draw.Arrow("y", "j2", "approved"), Draw.Arrow("j2", "end"),
            ]);

        Assert.False(play.Plan(two, NoChoices).IsComplete);
        Assert.Equal("migration.choice", play.RefuseMigration(two, new Dictionary<string, string> { ["a"] = "a", ["b"] = "b" }).Code);
        play.Migrate(two, new Dictionary<string, string> { ["b"] = "x" });
        Assert.Equal(["a", "x"], play.At);
    }

    [Fact]
    public void A_straight_return_comes_back_to_the_step_that_its_own_has_become()
    {
        var play = Started(Row("a", "b"));
        play.Approve(Gao);
        play.ReturnTo(Zhang, "a", ResumeMode.StraightBack);

        play.Migrate(Row("a", "d"), new Dictionary<string, string> { ["b"] = "d" });
        play.Approve(Gao);

        Assert.Equal([Wu], play.Waiting);
    }

    [Fact]
    public void The_ladder_of_the_new_version_counts_from_the_same_opening()
    {
        var play = Started(Draw.Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h", Draw.Tier(TierAct.Remind)) }));
        var opened = play.OpenItemOf(Gao).OpenedAt;

        play.Migrate(Draw.Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h", Draw.Tier(TierAct.Approve, TierMoment.Late, "2h")) }), NoChoices);

        Assert.Equal(opened + TimeSpan.FromHours(10), play.WaitAt("a").DueAt);
        play.Fire("a");
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void An_instance_at_a_step_that_a_version_lacks_is_not_handled_by_it()
    {
        var play = Started(Row("a"));
        var other = WorkflowCompiler.Compile(Row("c")).Workflow!;

        var refused = Assert.IsType<Refused>(WorkflowEngine.Handle(other, play.State, new CompleteWorkItem(1, Gao, WorkItemDecision.Approve, null), Answers.None, play.Now));

        Assert.Equal("workflow.other-version", refused.Code);
    }

    [Fact]
    public void A_decision_made_by_the_old_version_stands()
    {
        var play = Started(Row("a", "b"));
        play.Approve(Gao);
        play.Migrate(Row("a", "b", "c"), NoChoices);

        Assert.Equal("decision.acted-on", Assert.IsType<Refused>(play.TakeBack(Gao)).Code);
    }
}
