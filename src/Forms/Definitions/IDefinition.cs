namespace Forms.Definitions;

/// <summary>What every kind of definition has: a key unique in its kind, a label, and the code files beside its JSON.</summary>
public interface IDefinition
{
    /// <summary>Unique among definitions of its kind over all packs: lower-case letters, digits, dashes.</summary>
    string Key { get; }

    /// <summary>English; other languages in the labels files.</summary>
    string Label { get; }

    /// <summary>Texts of the files beside the JSON (<c>.js</c>, <c>.html</c>, <c>.css</c>), by file name. Not part of the JSON.</summary>
    IReadOnlyDictionary<string, string> Files { get; }
}
