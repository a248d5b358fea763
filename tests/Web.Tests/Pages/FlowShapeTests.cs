using Backoffice.Web.Components.Workflow;
using Workflows.Paths;
using Workflows.WorkItems;
using Xunit;

namespace Web.Tests.Pages;

public sealed class FlowShapeTests
{
    [Fact]
    public void Boxes_fill_the_width_and_never_overlap()
    {
        var path = Chain(5);
        var drawing = PathLayout.Arrange(path);
        var shape = new FlowShape(drawing, _ => 150);
        Assert.All(drawing.Nodes.Zip(drawing.Nodes.Skip(1)), pair => Assert.True(shape.Left(pair.Second) >= shape.Left(pair.First) + shape.BoxWidth(pair.First)));
        Assert.Equal(shape.Width, shape.Left(drawing.Nodes[^1]) + shape.BoxWidth(drawing.Nodes[^1]));
    }

    [Fact]
    public void A_long_name_gets_the_room_that_short_ones_leave()
    {
        var drawing = PathLayout.Arrange(Chain(6));
        var shape = new FlowShape(drawing, node => node.Key == "s4" ? 250 : 120);
        Assert.Equal(250, shape.BoxWidth(drawing.Nodes[4]));
        Assert.InRange(shape.BoxWidth(drawing.Nodes[0]), 120, 160);
        Assert.InRange(shape.Width, 900, 1128);
    }

    [Theory]
    [InlineData(6, 240)]
    [InlineData(7, 500)]
    public void Names_that_are_too_long_together_give_way_alike_and_the_drawing_still_fits(int length, int asked)
    {
        var drawing = PathLayout.Arrange(Chain(length));
        var shape = new FlowShape(drawing, _ => asked);
        Assert.InRange(shape.Width, 1100, 1128);
        Assert.InRange(drawing.Nodes.Max(shape.BoxWidth) - drawing.Nodes.Min(shape.BoxWidth), 0, 1);
    }

    [Fact]
    public void A_path_of_very_many_steps_is_wider_than_the_page_rather_than_unreadable()
    {
        var drawing = PathLayout.Arrange(Chain(20));
        Assert.All(drawing.Nodes, node => Assert.InRange(new FlowShape(drawing, _ => 200).BoxWidth(node), 112, 112));
    }

    [Fact]
    public void A_return_has_room_below_the_boxes()
    {
        var path = Chain(3);
        var back = new PathEdge("s2", "s0", PathEdgeKind.Returned) { Return = new PathReturn(Guid.NewGuid(), DateTimeOffset.UnixEpoch, "why", ResumeMode.InOrder) };
        var with = new FlowShape(PathLayout.Arrange(path with { Edges = [.. path.Edges, back] }), _ => 150);
        Assert.True(with.Height > new FlowShape(PathLayout.Arrange(path), _ => 150).Height);
        Assert.Single(with.Returns);
        Assert.StartsWith("M", with.Back(with.Returns[0]), StringComparison.Ordinal);
        Assert.InRange(with.ReturnTop(with.Returns[0]), 44, with.Height);
    }

    [Fact]
    public void An_empty_path_has_an_empty_drawing() => Assert.Equal(string.Empty, new FlowShape(PathLayout.Arrange(new WorkflowPath([], [])), _ => 150).Lines(PathEdgeKind.Travelled));

    private static WorkflowPath Chain(int length) => new(
        [.. Enumerable.Range(0, length).Select(number => new PathStep($"s{number}", $"Step {number}", PathStepKind.Approval, PathStepState.Done))],
        [.. Enumerable.Range(1, length - 1).Select(number => new PathEdge($"s{number - 1}", $"s{number}", PathEdgeKind.Travelled))]);
}
