namespace Backoffice.Data.Definitions;

/// <summary>One publication: the definitions that were in force from then on, and the tables they need.</summary>
public sealed class PublicationRow
{
    /// <summary>1, 2, 3 …; the greatest is in force.</summary>
    public int Version { get; set; }

    /// <summary>Hash of all content.</summary>
    public required string Hash { get; set; }

    /// <summary>What the definitions folder said when it was last applied, as JSON; null where the publication was just that.</summary>
    public string? Folder { get; set; }

    /// <summary>Which version of which definition, as JSON.</summary>
    public required string Contents { get; set; }

    /// <summary>The record tables (<see cref="Schema.RecordModel"/>) as JSON.</summary>
    public required string Tables { get; set; }

    public DateTimeOffset PublishedAt { get; set; }
}
