namespace Workflows.Design.Layout;

/// <summary>A line that has not reached its target yet.</summary>
internal sealed class OpenLine(Arrow arrow, string target, int x, int y)
{
    private readonly List<FlowPoint> _points = [new(x, y)];

    public string Target { get; } = target;

    public int X => _points[^1].X;

    public int Y => _points[^1].Y;

    /// <summary>Goes on, straight up, down or sideways; a corner stands only where it turns.</summary>
    public void To(int x, int y)
    {
        if (x == X && y == Y)
        {
            return;
        }

        if (_points.Count > 1 && ((_points[^2].X == X && X == x) || (_points[^2].Y == Y && Y == y)))
        {
            _points.RemoveAt(_points.Count - 1);
        }

        _points.Add(new(x, y));
    }

    public FlowLine Close(bool back) => new(arrow, Target, _points, back);
}
