using System.Globalization;
using System.Text;
using Workflows.Design.Layout;

namespace Backoffice.Web.Pages.Design.Edit;

/// <summary>Lines of a drawing as SVG path data, with round corners and an arrow head where they lead upwards or in from the side.</summary>
internal static class FlowPaths
{
    private const int Corner = 8;

    public static string Of(FlowLine line)
    {
        var points = line.Points;
        var path = new StringBuilder();
        Add(path, 'M', points[0]);
        for (var index = 1; index < points.Count - 1; index++)
        {
            var (before, corner, after) = (points[index - 1], points[index], points[index + 1]);
            var radius = Math.Min(Corner, Math.Min(Length(before, corner), Length(corner, after)) / 2);
            Add(path, 'L', Towards(corner, before, radius));
            Add(path, 'Q', corner);
            Add(path, ' ', Towards(corner, after, radius));
        }

        Add(path, 'L', points[^1]);
        return path.ToString();
    }

    /// <summary>The head of a line back; lines down need none, as everything runs down.</summary>
    public static string Head(FlowLine line)
    {
        if (!line.Back)
        {
            return string.Empty;
        }

        var (x, y) = (line.Points[^1].X, line.Points[^1].Y);
        return string.Create(CultureInfo.InvariantCulture, $"M{x - 7} {y - 5}L{x - 1} {y}L{x - 7} {y + 5}");
    }

    private static void Add(StringBuilder path, char command, FlowPoint point) => path.Append(CultureInfo.InvariantCulture, $"{command}{point.X} {point.Y}");

    private static int Length(FlowPoint from, FlowPoint to) => Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y);

    private static FlowPoint Towards(FlowPoint from, FlowPoint to, int distance) =>
        new(from.X + (Math.Sign(to.X - from.X) * distance), from.Y + (Math.Sign(to.Y - from.Y) * distance));
}
