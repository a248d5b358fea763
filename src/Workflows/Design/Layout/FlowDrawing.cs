using System.Runtime.InteropServices;

namespace Workflows.Design.Layout;

/// <summary>A workflow drawn from top to bottom, in pixels at full size. People choose what and where, never positions.</summary>
/// <param name="Boxes">Steps and folded branches, from the start downwards.</param>
/// <param name="Lines">One for each arrow that can be seen.</param>
/// <param name="Inserts">Where a step can be put on a line.</param>
/// <param name="Branches">Where the names of branches stand.</param>
public sealed record FlowDrawing(
    int Width,
    int Height,
    IReadOnlyList<FlowBox> Boxes,
    IReadOnlyList<FlowLine> Lines,
    IReadOnlyList<FlowSpot> Inserts,
    IReadOnlyList<FlowSpot> Branches)
{
    public FlowBox? Box(string id) => Boxes.FirstOrDefault(box => box.Id == id && box.Folded is null);
}

/// <summary>A rectangle of the drawing.</summary>
/// <param name="Id">Id of the step; of the first step of a folded branch.</param>
/// <param name="Folded">The steps of a folded branch; null for a step.</param>
public sealed record FlowBox(string Id, int Left, int Top, int Width, int Height, FlowStack? Folded = null)
{
    public int Right => Left + Width;

    public int Bottom => Top + Height;

    public int Middle => Left + (Width / 2);
}

/// <summary>A branch shown as one box.</summary>
/// <param name="Branch">The arrow that leads into it.</param>
/// <param name="Steps">Ids of the steps it stands for.</param>
public sealed record FlowStack(Arrow Branch, IReadOnlyList<string> Steps);

/// <summary>A line from one box to another, along right angles.</summary>
/// <param name="Back">Whether it leads upwards, to a step that comes before.</param>
public sealed record FlowLine(Arrow Arrow, string To, IReadOnlyList<FlowPoint> Points, bool Back);

/// <summary>A point on an arrow that something stands at.</summary>
public sealed record FlowSpot(Arrow Arrow, int X, int Y);

[StructLayout(LayoutKind.Auto)]
public readonly record struct FlowPoint(int X, int Y);
