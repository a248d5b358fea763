using Workflows.Definitions;
using Workflows.Design;
using Workflows.Design.Layout;

namespace Workflows.Tests.Design;

/// <summary>Looks at a drawing for what would embarrass.</summary>
internal static class Look
{
    public static void At(FlowDrawing drawing, WorkflowDefinition definition, bool isFolded = false)
    {
        if (!isFolded)
        {
            Assert.Equal(definition.Ids().Order(StringComparer.Ordinal), drawing.Boxes.Select(box => box.Id).Order(StringComparer.Ordinal));
            Assert.Equal(definition.Transitions.Count, drawing.Lines.Count);
            Assert.Equal(definition.Transitions.Select(Arrow.Of).ToHashSet(), drawing.Inserts.Select(spot => spot.Arrow).ToHashSet());
        }

        foreach (var (index, box) in drawing.Boxes.Index())
        {
            Assert.True(box is { Left: >= 0, Top: >= 0 } && box.Right <= drawing.Width && box.Bottom <= drawing.Height, $"{box} stands outside");
            Assert.All(drawing.Boxes.Skip(index + 1), other => Assert.False(Overlap(box, other), $"{box} overlaps {other}"));
        }

        foreach (var line in drawing.Lines)
        {
            Assert.All(line.Points.Zip(line.Points.Skip(1)), segment => Assert.True(segment.First.X == segment.Second.X || segment.First.Y == segment.Second.Y, $"{line.Arrow} runs askew"));
            foreach (var (first, second) in line.Points.Zip(line.Points.Skip(1)))
            {
                Assert.All(drawing.Boxes, box => Assert.False(Crosses(first, second, box), $"{line.Arrow} to {line.To} crosses {box}"));
            }

            Assert.Equal(line.Back, line.Points[0].Y > line.Points[^1].Y);
            Assert.Contains(drawing.Boxes, box => Touches(line.Points[^1], box));
            Assert.Contains(drawing.Boxes, box => Touches(line.Points[0], box));
        }

        foreach (var spot in drawing.Inserts)
        {
            Assert.DoesNotContain(drawing.Boxes, box => spot.X > box.Left - 10 && spot.X < box.Right + 10 && spot.Y > box.Top - 9 && spot.Y < box.Bottom + 9);
        }

        Assert.Equal(drawing.Inserts.Count, drawing.Inserts.DistinctBy(spot => (spot.X, spot.Y)).Count());
    }

    private static bool Overlap(FlowBox left, FlowBox right) =>
        left.Left < right.Right && right.Left < left.Right && left.Top < right.Bottom && right.Top < left.Bottom;

    private static bool Crosses(FlowPoint first, FlowPoint second, FlowBox box) =>
        Math.Max(first.X, second.X) > box.Left && Math.Min(first.X, second.X) < box.Right
        && Math.Max(first.Y, second.Y) > box.Top && Math.Min(first.Y, second.Y) < box.Bottom;

    private static bool Touches(FlowPoint point, FlowBox box) =>
        point.X >= box.Left && point.X <= box.Right && point.Y >= box.Top && point.Y <= box.Bottom;
}
