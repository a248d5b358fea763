namespace Forms.Definitions.Demo;

internal static class DemoDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = DefinitionFiles.None;
}
