using FsCheck;
using FsCheck.Fluent;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.Activities.HttpCall;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Tests.Properties.Drawn;
using Workflows.WorkItems;

namespace Workflows.Tests.Properties;

/// <summary>What holds for the path and its drawing, wherever a random game has led.</summary>
public class PathProperties
{
    private static void AfterEveryMove(Action<GamePlay, WorkflowPath> holds) => Prop.ForAll(Game.Any, game =>
    {
        var play = new GamePlay(game.Definition);
        foreach (var move in game.Moves)
        {
            play.Do(move);
            holds(play, play.Path(new World(move.World)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Math.Max(60, Game.Sequences / 100)).WithQuietOnSuccess(true));

    [Fact]
    public void Every_step_appears_once_and_edges_join_steps() => AfterEveryMove((_, path) =>
    {
        var ids = path.Steps.Select(step => step.ActivityId).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(path.Edges, edge => Assert.True(ids.Contains(edge.From) && ids.Contains(edge.To)));
    });

    [Fact]
    public void There_is_a_current_step_for_each_at_which_the_instance_waits() => AfterEveryMove((play, path) =>
    {
        var shown = path.Steps.Where(step => step.State == PathStepState.Current).Select(step => step.ActivityId).ToHashSet();
        foreach (var visit in play.State?.Tokens ?? [])
        {
            Assert.True(shown.Contains(visit.ActivityId) || play.Workflow.Find(visit.ActivityId) is not (PersonStepActivity or WaitActivity or HttpCallActivity or SubWorkflowActivity), visit.ActivityId);
        }

        if (play.State?.IsOver == true)
        {
            Assert.Empty(shown);
        }
    });

    [Fact]
    public void Nothing_is_expected_once_the_instance_is_over() => AfterEveryMove((play, path) =>
    {
        if (play.State?.EndedAt is not null)
        {
            Assert.DoesNotContain(path.Steps, step => step.State == PathStepState.Expected);
            Assert.Null(path.Blocked);
        }
    });

    [Fact]
    public void Every_open_work_item_is_shown() => AfterEveryMove((play, path) =>
        Assert.All(
            play.State?.OpenWorkItems.Where(item => item.Kind != WorkItemKind.Read) ?? [],
            item => Assert.Contains(path.Steps.SelectMany(step => step.Signers), signer => signer.WorkItem == item.Number && signer.Person == item.Person)));

    [Fact]
    public void Boxes_do_not_overlap_and_lines_run_to_the_right_but_for_returns() => AfterEveryMove((_, path) =>
    {
        var drawing = PathLayout.Arrange(path);
        var columns = drawing.Nodes.ToDictionary(node => node.Key, node => node.Column);
        Assert.Equal(drawing.Nodes.Count, drawing.Nodes.DistinctBy(node => (node.Column, node.Lane)).Count());
        Assert.All(drawing.Lines.Where(line => line.Edge.Kind != PathEdgeKind.Returned), line => Assert.True(columns[line.From] < columns[line.To]));
    });

    [Fact]
    public void Skipped_steps_hang_on_what_comes_before_them() => AfterEveryMove((_, path) =>
        Assert.All(
            path.Steps.Where(step => step.State == PathStepState.Skipped),
            step => Assert.Contains(path.Edges, edge => edge.To == step.ActivityId)));

    [Fact]
    public void The_rows_of_one_branch_are_not_those_of_another_beside_it() => AfterEveryMove((_, path) =>
    {
        var nodes = PathLayout.Arrange(path).Nodes;
        var spans = nodes.Where(node => node.Step.Branch != 0)
            .GroupBy(node => node.Step.Branch)
            .Select(branch => (
                Branch: branch.Key,
                Around: branch.First().Step.OuterBranches,
                Columns: (First: branch.Min(node => node.Column), Last: branch.Max(node => node.Column)),
                Lanes: branch.Select(node => node.Lane).ToHashSet()))
            .ToList();
        foreach (var (one, other) in from one in spans from other in spans where one.Branch < other.Branch select (one, other))
        {
            var nested = one.Around.Contains(other.Branch) || other.Around.Contains(one.Branch);
            var meet = one.Columns.First <= other.Columns.Last && other.Columns.First <= one.Columns.Last;
            Assert.False(!nested && meet && one.Lanes.Overlaps(other.Lanes), $"branches {one.Branch} and {other.Branch} share a row");
        }
    });
}
