namespace Backoffice.Data.Definitions;

/// <summary>A published version of a definition. Never changed and never deleted: running instances stay on theirs.</summary>
public sealed class DefinitionRow
{
    /// <summary>Kind: <c>form</c>, <c>workflow</c>, <c>role</c> …</summary>
    public required string Kind { get; set; }

    public required string Key { get; set; }

    /// <summary>1, 2, 3 … for each kind and key; grows only when the content changed.</summary>
    public int Version { get; set; }

    /// <summary>The definition as JSON, with the texts of the files beside it.</summary>
    public required string Content { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>The designer who published it; null when it came from the definitions folder.</summary>
    public Guid? PublishedBy { get; set; }
}
