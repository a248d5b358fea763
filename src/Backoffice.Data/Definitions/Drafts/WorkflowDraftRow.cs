namespace Backoffice.Data.Definitions.Drafts;

/// <summary>A workflow being designed: at most one draft for each key, which all designers share.</summary>
public sealed class WorkflowDraftRow
{
    public required string Key { get; set; }

    /// <summary>The definition as JSON, with the texts of its files.</summary>
    public required string Content { get; set; }

    /// <summary>Translations of its labels, by language and path, as JSON.</summary>
    public required string Labels { get; set; }

    /// <summary>The published version that it began as; null for a workflow that was never published.</summary>
    public int? BasedOn { get; set; }

    /// <summary>Grows with each save. Whoever saves over another version is refused.</summary>
    public long Version { get; set; }

    public Guid ChangedBy { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
