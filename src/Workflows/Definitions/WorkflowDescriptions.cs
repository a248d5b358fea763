using Forms.Definitions;

namespace Workflows.Definitions;

internal static class WorkflowDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = DefinitionFiles.None;
}
