using FsCheck;
using FsCheck.Fluent;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties;

/// <summary>What holds for the path and its drawing, wherever a random game has led.</summary>
public class PathProperties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(30);

    private static void AfterEveryMove(Action<Play, WorkflowPath> holds)
    {
        foreach (var workflow in Games.All)
        {
            Prop.ForAll(Move.Games, moves =>
            {
                var play = new Play(workflow);
                foreach (var move in moves)
                {
                    move.Shape(play);
                    play.Do(move.On(play.State));
                    holds(play, play.Path());
                }
            }).Check(Config);
        }
    }

    [Fact]
    public void Every_step_appears_once_and_edges_join_steps() => AfterEveryMove((_, path) =>
    {
        var ids = path.Steps.Select(step => step.ActivityId).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(path.Edges, edge => Assert.True(ids.Contains(edge.From) && ids.Contains(edge.To)));
    });

    [Fact]
    public void There_is_a_current_step_exactly_while_the_instance_is_not_over() => AfterEveryMove((play, path) =>
    {
        var isOver = play.State?.Status is InstanceStatus.Completed or InstanceStatus.Rejected or InstanceStatus.Withdrawn;
        Assert.Equal(isOver ? 0 : 1, path.Steps.Count(step => step.State == PathStepState.Current));
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
            play.State?.OpenWorkItems ?? [],
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
}
