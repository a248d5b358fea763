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
        var shape = new FlowShape(drawing);
        var lefts = drawing.Nodes.Select(shape.Left).ToList();
        Assert.All(lefts.Zip(lefts.Skip(1)), pair => Assert.True(pair.Second >= pair.First + shape.BoxWidth));
        Assert.Equal(shape.Width, lefts[^1] + shape.BoxWidth);
    }

    [Fact]
    public void A_return_has_room_below_the_boxes()
    {
        var path = Chain(3);
        var back = new PathEdge("s2", "s0", PathEdgeKind.Returned) { Return = new PathReturn(Guid.NewGuid(), DateTimeOffset.UnixEpoch, "why", ResumeMode.InOrder) };
        var with = new FlowShape(PathLayout.Arrange(path with { Edges = [.. path.Edges, back] }));
        Assert.True(with.Height > new FlowShape(PathLayout.Arrange(path)).Height);
        Assert.Single(with.Returns);
        Assert.StartsWith("M", with.Back(with.Returns[0]), StringComparison.Ordinal);
        Assert.InRange(with.ReturnTop(with.Returns[0]), 44, with.Height);
    }

    [Fact]
    public void An_empty_path_has_an_empty_drawing() => Assert.Equal(string.Empty, new FlowShape(PathLayout.Arrange(new WorkflowPath([], []))).Lines(PathEdgeKind.Travelled));

    private static WorkflowPath Chain(int length) => new(
        [.. Enumerable.Range(0, length).Select(number => new PathStep($"s{number}", $"Step {number}", PathStepKind.Approval, PathStepState.Done))],
        [.. Enumerable.Range(1, length - 1).Select(number => new PathEdge($"s{number - 1}", $"s{number}", PathEdgeKind.Travelled))]);
}
