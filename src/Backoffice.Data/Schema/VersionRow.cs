namespace Backoffice.Data.Schema;

/// <summary>A counter that grows with each change of something that nodes keep in memory, so that they notice.</summary>
public sealed class VersionRow
{
    /// <summary>The directory's row.</summary>
    public const string Directory = "directory";

    public required string Name { get; set; }

    public long Value { get; set; }
}
