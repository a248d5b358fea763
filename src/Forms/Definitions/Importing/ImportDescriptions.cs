namespace Forms.Definitions.Importing;

internal static class ImportDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = DefinitionFiles.None;
}
