using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.Draw;

namespace Workflows.Tests.Compiler;

public class WorkflowCompilerTests
{
    private static IEnumerable<(string Path, string Code)> Problems(WorkflowDefinition definition)
    {
        var result = WorkflowCompiler.Compile(definition);
        Assert.Equal(result.Problems.Count == 0, result.Workflow is not null);
        return result.Problems.Select(problem => (problem.Path, problem.Code));
    }

    [Fact]
    public void A_sound_definition_has_no_problems() => Assert.Empty(Problems(ContractApproval.Definition));

    [Fact]
    public void An_id_is_used_once()
    {
        var twice = Row(Approval("a"));

        Assert.Contains(("activities[3].id", "workflow.duplicate-id"), Problems(twice with { Activities = [.. twice.Activities, Approval("a")] }));
    }

    [Fact]
    public void A_transition_joins_known_activities()
    {
        var row = Row(Approval("a"));
        var wrong = row with { Transitions = [.. row.Transitions, Arrow("nowhere", "gone")] };

        Assert.Equal([("transitions[2].from", "workflow.unknown-activity"), ("transitions[2].to", "workflow.unknown-activity")], Problems(wrong));
    }

    [Fact]
    public void There_is_a_start() =>
        Assert.Contains(("activities", "workflow.no-start"), Problems(Workflow([Approval("a"), End()], [Arrow("a", "end", "approved")])));

    [Fact]
    public void There_is_one_start_only()
    {
        var row = Row(Approval("a"));
        var wrong = row with { Activities = [.. row.Activities, Start("again")], Transitions = [.. row.Transitions, Arrow("again", "a")] };

        Assert.Equal([("activities[3]", "workflow.several-starts")], Problems(wrong));
    }

    [Fact]
    public void Every_activity_can_be_reached()
    {
        var row = Row(Approval("a"));
        var wrong = row with { Activities = [.. row.Activities, Approval("lost")], Transitions = [.. row.Transitions, Arrow("lost", "end", "approved")] };

        Assert.Equal([("activities[3]", "workflow.unreachable")], Problems(wrong));
    }

    [Fact]
    public void Every_activity_has_a_way_out()
    {
        var trap = Workflow(
            [Start(), Decision("d"), Approval("a"), Approval("b"), End()],
            [
                Arrow("submit", "d"),
                Arrow("d", "end", "true"),
                Arrow("d", "a", "false"),
                Arrow("a", "b", "approved"),
                Arrow("b", "a", "approved"),
            ]);

        Assert.Equal([("activities[2]", "workflow.no-way-out"), ("activities[3]", "workflow.no-way-out")], Problems(trap));
    }

    [Fact]
    public void A_decision_has_both_outcomes()
    {
        var wrong = Workflow([Start(), Decision("d"), End()], [Arrow("submit", "d"), Arrow("d", "end", "true")]);

        var problem = Assert.Single(WorkflowCompiler.Compile(wrong).Problems);
        Assert.Equal("Expected a transition for outcome 'false' of 'd', but found none.", problem.Message);
    }

    [Fact]
    public void An_approval_has_signers() =>
        Assert.Equal([("activities[1].signers", "workflow.no-signers")], Problems(Row(Approval("a") with { Signers = [] })));

    [Fact]
    public void An_outcome_is_one_of_the_activity()
    {
        var row = Row(Approval("a"));
        var wrong = row with { Transitions = [.. row.Transitions, Arrow("a", "end", "true")] };

        var problem = Assert.Single(WorkflowCompiler.Compile(wrong).Problems);
        Assert.Equal(("transitions[2].outcome", "workflow.unknown-outcome"), (problem.Path, problem.Code));
        Assert.Equal("Expected an outcome of 'a' (approved, rejected), but found 'true'.", problem.Message);
    }

    [Fact]
    public void An_outcome_has_one_transition()
    {
        var row = Row(Approval("a"));
        var fork = row with { Transitions = [.. row.Transitions, Arrow("a", "end", "approved")] };

        Assert.Equal([("transitions[2]", "workflow.duplicate-transition")], Problems(fork));
    }

    [Fact]
    public void Nothing_follows_an_end()
    {
        var row = Row(Approval("a"));

        Assert.Equal([("transitions[2].from", "workflow.leaves-end")], Problems(row with { Transitions = [.. row.Transitions, Arrow("end", "a")] }));
    }

    [Fact]
    public void A_circle_passes_an_approval()
    {
        var circle = Workflow(
            [Start(), SetField("s", "note", "x"), Decision("d"), End()],
            [Arrow("submit", "s"), Arrow("s", "d"), Arrow("d", "s", "true"), Arrow("d", "end", "false")]);

        Assert.Equal([("activities[1]", "workflow.endless"), ("activities[2]", "workflow.endless")], Problems(circle));
    }

    [Fact]
    public void A_circle_through_an_approval_is_sound()
    {
        var circle = Workflow(
            [Start(), Approval("a"), Decision("again"), End()],
            [Arrow("submit", "a"), Arrow("a", "again", "approved"), Arrow("again", "a", "true"), Arrow("again", "end", "false")]);

        Assert.Empty(Problems(circle));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_manager_is_one_to_ten_levels_up(int levels)
    {
        var rule = new ManagerRule { Of = SignerRule.Initiator, Levels = levels };

        Assert.Equal([("activities[1].signers[0].levels", "workflow.signer-rule")], Problems(Row(Approval("a") with { Signers = [rule] })));
    }

    [Fact]
    public void Every_rule_names_whom_it_looks_for()
    {
        SignerRule[] empty =
        [
            new PersonRule { Person = "" },
            new RoleRule { Role = "" },
            new PositionRule { Position = " " },
            new ManagerRule { Of = "" },
            new UnitHeadRule { Of = "" },
            new PersonFieldRule { Field = "" },
        ];

        Assert.Equal(
            ["person", "role", "position", "of", "of", "field"],
            Problems(Row(Approval("a") with { Signers = empty })).Select(problem => problem.Path[(problem.Path.LastIndexOf('.') + 1)..]));
    }

    [Fact]
    public void Texts_are_not_empty()
    {
        var wrong = Row(Approval("a") with { Label = "" }, Notify("n", message: "")) with { Key = "" };

        Assert.Equal(["key", "activities[1].label", "activities[2].message"], Problems(wrong).Select(problem => problem.Path));
    }

    [Fact]
    public void A_set_field_sets_something_and_a_notification_reaches_somebody()
    {
        var wrong = Row(
            SetField("s", "note", "x") with { Values = new Dictionary<string, System.Text.Json.JsonElement>() },
            Notify("n") with { To = [] });

        Assert.Equal(["workflow.no-values", "workflow.no-recipients"], Problems(wrong).Select(problem => problem.Code));
    }

    [Fact]
    public void Activities_are_found_by_id_and_targets_by_outcome()
    {
        var workflow = WorkflowCompiler.Compile(Row(Approval("a"))).Workflow!;

        Assert.Equal((0, 1, (int?)null), (workflow.Start, workflow.IndexOf("a"), workflow.IndexOf("none")));
        Assert.Equal(2, workflow.Target(1, Outcomes.Approved));
        Assert.Null(workflow.Target(1, Outcomes.Rejected));
    }
}
