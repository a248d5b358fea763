namespace Forms.Definitions.Schemas;

internal static class FormDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = DefinitionFiles.None;
}
