using System.Globalization;
using Workflows.Paths;

namespace Backoffice.Web.Components.Workflow;

/// <summary>
/// Turns the grid of a <see cref="PathDrawing"/> into boxes and lines in pixels. A column is as wide as its words ask for:
/// what short names leave over goes to the long ones. Pure.
/// </summary>
public sealed class FlowShape
{
    private const int BoxHeight = 44;
    private const int LaneGap = 8;
    private const int Gap = 28;
    private const int Bend = 8;
    private const int ReturnSpace = 26;
    private const int Room = 1128;
    private const int Narrowest = 112;
    private const int Broadest = 260;
    private const int Usual = 196;
    private readonly PathDrawing drawing;
    private readonly Dictionary<string, PathNode> nodes;
    private readonly int[] widths;
    private readonly int[] lefts;

    /// <param name="drawing">What is drawn.</param>
    /// <param name="asks">The width in pixels that a box needs so that nothing of it is cut.</param>
    /// <param name="least">The width below which it is not made, even where the drawing gets wider than its room; <see cref="Narrowest"/> where absent.</param>
    public FlowShape(PathDrawing drawing, Func<PathNode, int> asks, Func<PathNode, int>? least = null)
    {
        IEnumerable<int> columns = [.. Enumerable.Range(0, Math.Max(drawing.Columns, 1))];
        int Most(int column, Func<PathNode, int> of) => drawing.Nodes.Where(node => node.Column == column).Select(of).DefaultIfEmpty(Narrowest).Max();
        this.drawing = drawing;
        this.nodes = drawing.Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
        this.widths = Widths(
            [.. columns.Select(column => Math.Clamp(Most(column, asks), Narrowest, Broadest))],
            [.. columns.Select(column => Math.Min(Most(column, least ?? (_ => Narrowest)), Broadest))]);
        this.lefts = new int[this.widths.Length];
        for (var column = 1; column < this.widths.Length; column++)
        {
            this.lefts[column] = this.lefts[column - 1] + this.widths[column - 1] + Gap;
        }

        this.Width = this.lefts[^1] + this.widths[^1];
        this.LanesHeight = (Math.Max(drawing.Lanes, 1) * (BoxHeight + LaneGap)) - LaneGap;
        this.Returns = [.. drawing.Lines.Where(line => line.Edge.Kind == PathEdgeKind.Returned)];
        this.Height = this.LanesHeight + (this.Returns.Count * ReturnSpace);
    }

    public int Width { get; }

    public int Height { get; }

    public IReadOnlyList<PathLine> Returns { get; }

    private int LanesHeight { get; }

    public int Left(PathNode node) => this.lefts[node.Column];

    public int BoxWidth(PathNode node) => this.widths[node.Column];

    public int Top(PathNode node) => node.Lane * (BoxHeight + LaneGap);

    /// <summary>All lines of a kind as one SVG path.</summary>
    public string Lines(PathEdgeKind kind) =>
        string.Concat(this.drawing.Lines.Where(line => line.Edge.Kind == kind).Select(this.Forward));

    /// <summary>A return as an SVG path: down, back along its own lane, up to the target.</summary>
    public string Back(PathLine line)
    {
        var (from, to) = (this.nodes[line.From], this.nodes[line.To]);
        var (x1, y1, x2) = (this.ReturnStart(from), this.Top(from) + BoxHeight + 1, this.ReturnEnd(line));
        var y = this.ReturnTop(line);
        var blocked = this.drawing.Nodes.Any(node => node.Column == from.Column && node.Lane > from.Lane);
        var start = blocked
            ? Path($"M{this.Left(from)} {this.Top(from) + 34}H{this.Left(from) - 6}Q{this.Left(from) - 14} {this.Top(from) + 34} {this.Left(from) - 14} {this.Top(from) + 42}V{y - Bend}Q{this.Left(from) - 14} {y} {this.Left(from) - 22} {y}")
            : Path($"M{x1} {y1}V{y - Bend}Q{x1} {y} {x1 - Bend} {y}");
        return start + Path($"H{x2 + Bend}Q{x2} {y} {x2} {y - Bend}V{this.Top(to) + BoxHeight + 6}");
    }

    /// <summary>The head of the arrow of a return.</summary>
    public string Head(PathLine line)
    {
        var (x, y) = (this.ReturnEnd(line), this.Top(this.nodes[line.To]) + BoxHeight + 4);
        return Path($"M{x - 4} {y + 7}L{x} {y}L{x + 4} {y + 7}");
    }

    public int ReturnTop(PathLine line) => this.LanesHeight + 14 + (this.Index(line) * ReturnSpace);

    /// <summary>Middle of the lane of a return, where its words stand.</summary>
    public int ReturnMiddle(PathLine line) => (this.ReturnStart(this.nodes[line.From]) + this.ReturnEnd(line)) / 2;

    /// <summary>What does not fit is taken from the widest columns first; what is left over goes to all alike.</summary>
    private static int[] Widths(int[] asked, int[] least)
    {
        var room = Room - (Gap * (asked.Length - 1));
        var over = asked.Sum() - room;
        while (over > 0 && Widest(asked, least) is { } at)
        {
            asked[at]--;
            over--;
        }

        var more = Math.Max(-over / asked.Length, 0);
        return [.. asked.Select(width => Math.Min(width + more, Math.Max(width, Usual)))];
    }

    /// <summary>The column that has most to give: of those alike the first; null when none has anything.</summary>
    private static int? Widest(int[] asked, int[] least) =>
        asked.Index().Where(column => column.Item > least[column.Index]).OrderByDescending(column => column.Item - least[column.Index]).Select(column => (int?)column.Index).FirstOrDefault();

    private int ReturnStart(PathNode node) => this.Left(node) + (this.BoxWidth(node) / 2);

    private int ReturnEnd(PathLine line) => this.ReturnStart(this.nodes[line.To]) - (this.Index(line) * 16);

    private int Index(PathLine line) => this.Returns.TakeWhile(other => other != line).Count();

    private string Forward(PathLine line)
    {
        var (from, to) = (this.nodes[line.From], this.nodes[line.To]);
        var (x1, y1) = (this.Left(from) + this.BoxWidth(from), this.Top(from) + (BoxHeight / 2));
        var (x2, y2) = (this.Left(to), this.Top(to) + (BoxHeight / 2));
        if (y1 == y2)
        {
            return Path($"M{x1} {y1}H{x2}");
        }

        // Downwards at once, upwards as late as possible: so a line keeps to the lane that is free.
        var down = y2 > y1;
        var x = down ? x1 + (Gap / 2) : x2 - (Gap / 2);
        var turn = down ? Bend : -Bend;
        return Path($"M{x1} {y1}H{x - Bend}Q{x} {y1} {x} {y1 + turn}V{y2 - turn}Q{x} {y2} {x + Bend} {y2}H{x2}");
    }

    private static string Path(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
