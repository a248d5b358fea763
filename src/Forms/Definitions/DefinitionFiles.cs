using System.Collections.ObjectModel;

namespace Forms.Definitions;

/// <summary>The code files beside a definition.</summary>
public static class DefinitionFiles
{
    /// <summary>For definitions without any.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = ReadOnlyDictionary<string, string>.Empty;
}
