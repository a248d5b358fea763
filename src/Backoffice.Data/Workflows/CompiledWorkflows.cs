using System.Collections.Concurrent;
using Backoffice.Data.Definitions;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Backoffice.Data.Workflows;

/// <summary>Published workflows made ready to run, each version once. Thread-safe; one per node.</summary>
internal sealed class CompiledWorkflows(PublishedDefinitions definitions)
{
    private readonly ConcurrentDictionary<(string Key, int Version), CompiledWorkflow> compiled = new();

    /// <summary>The workflow in force that people start on records of a form, and its version; null when the form has none.</summary>
    internal async ValueTask<(CompiledWorkflow Workflow, int Version)?> ForFormAsync(string form, CancellationToken ct)
    {
        var workflows = definitions.Current.All<WorkflowDefinition>().Where(workflow => workflow.Form == form);
        return workflows.FirstOrDefault(workflow => StartsBy(workflow, StartTriggerKind.Hand).Any()) is { } definition
            ? await this.InForceAsync(definition.Key, ct)
            : null;
    }

    /// <summary>The version of a workflow that is in force.</summary>
    /// <exception cref="Forms.Problems.RefusalException">There is none (not found).</exception>
    internal async ValueTask<(CompiledWorkflow Workflow, int Version)> InForceAsync(string key, CancellationToken ct)
    {
        var version = definitions.VersionOf<WorkflowDefinition>(key);
        return (await this.GetAsync(key, version, ct), version);
    }

    /// <summary>The workflows in force that something starts, with what does and its index.</summary>
    internal IEnumerable<(WorkflowDefinition Workflow, StartTrigger Trigger, int Index)> StartedBy(StartTriggerKind kind) =>
        definitions.Current.All<WorkflowDefinition>().SelectMany(workflow => StartsBy(workflow, kind).Select(start => (workflow, start.Trigger, start.Index)));

    /// <summary>The field that mirrors the instances of a workflow; null for none.</summary>
    internal string? StatusFieldOf(string key) => definitions.Current.Find<WorkflowDefinition>(key)?.Status?.Field;

    /// <summary>A start without triggers is one by hand.</summary>
    private static IEnumerable<(StartTrigger Trigger, int Index)> StartsBy(WorkflowDefinition workflow, StartTriggerKind kind)
    {
        var triggers = workflow.Activities.OfType<StartActivity>().FirstOrDefault()?.On ?? [new StartTrigger { By = StartTriggerKind.Hand }];
        return triggers.Index().Where(entry => entry.Item.By == kind).Select(entry => (entry.Item, entry.Index));
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
