namespace Forms.Definitions.Loading;

/// <summary>What was read from the folder, before it is one whole.</summary>
internal sealed class PackContent
{
    private readonly HashSet<(Type Type, string Key)> broken = [];

    /// <summary>In the order of packs, then of paths.</summary>
    internal List<DefinitionFile> Files { get; } = [];

    /// <summary>Names of the code files beside each definition file.</summary>
    internal Dictionary<DefinitionFile, IReadOnlyList<string>> CodeFiles { get; } = [];

    /// <summary>Texts of all formulas by path, also of those whose definition could not be read.</summary>
    internal SortedDictionary<string, string> Formulas { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether any file at the root of a pack could not be read; then names may be missing through no fault of their users.</summary>
    internal bool DirectoryIsBroken { get; set; }

    /// <summary>Whether any definition could not be read.</summary>
    internal bool HasBroken => this.broken.Count > 0 || this.DirectoryIsBroken;

    internal void MarkBroken(Type type, string key) => this.broken.Add((type, key));

    internal bool IsBroken(Type type, string key) => this.broken.Contains((type, key));

    internal IEnumerable<(DefinitionFile File, T Document)> All<T>() =>
        this.Files.Where(file => file.Document is T).Select(file => (file, (T)file.Document));
}
