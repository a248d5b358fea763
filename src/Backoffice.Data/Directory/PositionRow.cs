namespace Backoffice.Data.Directory;

/// <summary>A position of a unit, found by its key.</summary>
public sealed class PositionRow
{
    public required string Key { get; set; }

    public required string Label { get; set; }

    public Guid Unit { get; set; }
}
