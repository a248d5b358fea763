using Forms.Definitions;

namespace Backoffice.Data.Schema;

/// <summary>One publication as one consistent whole: definitions, and the record tables they need. Immutable.</summary>
public sealed class PublishedSchema(int version, DefinitionSet set)
{
    /// <summary>Nothing published yet.</summary>
    public static PublishedSchema Empty { get; } = new(0, DefinitionSet.Empty);

    /// <summary>Grows with each publication.</summary>
    public int Version { get; } = version;

    public DefinitionSet Set { get; } = set;
}
