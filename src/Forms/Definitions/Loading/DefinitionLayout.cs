namespace Forms.Definitions;

/// <summary>Where the definitions of a kind stand in a pack.</summary>
public abstract record DefinitionLayout
{
    /// <summary><c>{Folder}/{key}/{File}</c>, with code files beside it.</summary>
    public sealed record Folders(string Folder, string File) : DefinitionLayout;

    /// <summary><c>{Folder}/{key}.json</c>, without code files.</summary>
    public sealed record Files(string Folder) : DefinitionLayout;

    /// <summary><c>{File}</c> at the root of the pack; its key is the pack's.</summary>
    public sealed record Root(string File) : DefinitionLayout;
}
