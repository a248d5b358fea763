using System.Collections.Concurrent;
using Backoffice.Data.Definitions;
using Workflows.Definitions;

namespace Backoffice.Data.Workflows;

/// <summary>Published workflows made ready to run, each version once. Thread-safe; one per node.</summary>
internal sealed class CompiledWorkflows(PublishedDefinitions definitions)
{
    private readonly ConcurrentDictionary<(string Key, int Version), CompiledWorkflow> compiled = new();

    /// <summary>The workflow in force for records of a form, and its version; null when the form has none.</summary>
    internal async ValueTask<(CompiledWorkflow Workflow, int Version)?> ForFormAsync(string form, CancellationToken ct)
    {
        if (definitions.Current.All<WorkflowDefinition>().FirstOrDefault(workflow => workflow.Form == form) is not { } definition)
        {
            return null;
        }

        var version = definitions.VersionOf<WorkflowDefinition>(definition.Key);
        return (await this.GetAsync(definition.Key, version, ct), version);
    }

    /// <summary>The version that an instance started on.</summary>
    internal async ValueTask<CompiledWorkflow> GetAsync(string key, int version, CancellationToken ct)
    {
        if (this.compiled.TryGetValue((key, version), out var found))
        {
            return found;
        }

        var definition = await definitions.GetAsync<WorkflowDefinition>(key, version, ct);
        var result = WorkflowCompiler.Compile(definition);
        var workflow = result.Workflow
            ?? throw new InvalidOperationException($"Version {version} of workflow '{key}' was published with an error: {result.Problems[0]}");
        return this.compiled.GetOrAdd((key, version), workflow);
    }
}
