namespace Forms.Definitions.Schemas;

internal static class SharedDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = DefinitionFiles.None;
}
