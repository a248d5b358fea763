namespace Backoffice.Data.Schema;

/// <summary>A counter that grows with each change of something, so that others notice.</summary>
public sealed class VersionRow
{
    /// <summary>The directory's row.</summary>
    public const string Directory = "directory";

    /// <summary>How many steps of the demo are played; there from the first publication until the last step, never again.</summary>
    public const string Demo = "demo";

    public required string Name { get; set; }

    public long Value { get; set; }
}
