namespace Backoffice.Data.Directory;

/// <summary>An org unit. Rows are never deleted, because records name them.</summary>
public sealed class UnitRow
{
    public Guid Id { get; set; }

    public required string Key { get; set; }

    public required string Label { get; set; }

    public required string Kind { get; set; }

    public Guid? Parent { get; set; }

    /// <summary>Key of the position whose holder heads the unit.</summary>
    public string? HeadPosition { get; set; }
}
