namespace Workflows.Design.Layout;

/// <summary>Boxes and branchings below each other on one axis; everything horizontal is counted from the axis.</summary>
internal sealed class Chain
{
    public List<Item> Items { get; } = [];

    /// <summary>What runs beside the items, in the order in which it was given a place.</summary>
    public List<Track> Tracks { get; } = [];

    /// <summary>The distances below the items, by item.</summary>
    public List<Gap> Gaps { get; } = [];

    public int Left { get; set; }

    public int Right { get; set; }

    public int Height { get; set; }

    /// <summary>The arrows that leave at the bottom, where they stand, in order.</summary>
    public List<Exit> Exits { get; } = [];
}

/// <summary>A part of a chain.</summary>
internal abstract class Item
{
    public required int Left { get; init; }

    public required int Right { get; init; }

    public required int Height { get; init; }

    /// <summary>The arrows that leave it at the bottom.</summary>
    public required IReadOnlyList<Exit> Exits { get; init; }
}

/// <summary>A step, or a folded branch.</summary>
internal sealed class BoxItem : Item
{
    public required string Id { get; init; }

    public FlowStack? Folded { get; init; }

    /// <summary>Whether the next item is the branching of this step, which begins right at its bottom.</summary>
    public bool Branches { get; init; }

    public int Width => Left + Right;
}

/// <summary>The branches of the step above it, side by side.</summary>
internal sealed class FanItem : Item
{
    public required string From { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }
}

/// <summary>A branch.</summary>
/// <param name="Axis">From the axis of the branching.</param>
/// <param name="Chain">Its steps; null when it leads elsewhere at once.</param>
internal sealed record Column(Arrow Arrow, int Axis, Chain? Chain);

/// <summary>An arrow that leaves something at its bottom.</summary>
/// <param name="At">From the axis.</param>
internal sealed record Exit(Arrow Arrow, string Target, int At);

/// <summary>A line that runs beside items.</summary>
/// <param name="Target">Where it leads; lines to one target share a track.</param>
/// <param name="From">The first gap it touches (for a line back, the index of the item it leads to).</param>
/// <param name="To">The last gap it touches.</param>
internal sealed record Track(string Target, TrackKind Kind, int From, int To)
{
    /// <summary>From the axis.</summary>
    public int At { get; set; }
}

internal enum TrackKind
{
    /// <summary>Upwards, at the left, to an item of the chain.</summary>
    Back,

    /// <summary>Downwards, at the right, to a later item of the chain.</summary>
    Ahead,

    /// <summary>Downwards, at the right, out of the chain.</summary>
    Out,
}

/// <summary>The space below an item.</summary>
internal sealed class Gap
{
    /// <summary>Height of the part above the first horizontal line.</summary>
    public required int Lead { get; init; }

    /// <summary>The horizontal lines by target, from the top; that into the next item is the last.</summary>
    public required IReadOnlyList<(string Target, TrackKind? Kind)> Levels { get; init; }

    public required int Height { get; init; }

    public int Level(string target, TrackKind? kind) => Lead + (Sizes.Track * Levels.Index().First(level => level.Item.Target == target && level.Item.Kind == kind).Index);
}
