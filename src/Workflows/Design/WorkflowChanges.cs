using System.Text.Json;
using System.Text.Json.Nodes;
using Forms.Definitions;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>How two versions of a workflow differ, step by step. Steps are the same when they have the same id and kind.</summary>
/// <param name="Workflow">Names of settings of the workflow itself that differ: <c>keepsLock</c>.</param>
public sealed record WorkflowChanges(IReadOnlyList<StepChange> Steps, IReadOnlyList<LineChange> Lines, IReadOnlyList<string> Workflow)
{
    public bool IsEmpty => Steps.Count == 0 && Lines.Count == 0 && Workflow.Count == 0;

    public static WorkflowChanges Between(WorkflowDefinition left, WorkflowDefinition right) => new(
        [.. Compared(left, right)],
        [.. LinesOf(left, right)],
        Differing(Json(left with { Activities = [], Transitions = [] }), Json(right with { Activities = [], Transitions = [] })));

    private static IEnumerable<StepChange> Compared(WorkflowDefinition left, WorkflowDefinition right)
    {
        var before = left.Activities.DistinctBy(step => step.Id).ToDictionary(step => step.Id);
        var after = right.Activities.DistinctBy(step => step.Id).ToDictionary(step => step.Id);
        foreach (var step in left.Activities.Where(step => !after.TryGetValue(step.Id, out var other) || other.GetType() != step.GetType()))
        {
            yield return new StepChange(step.Id, StepChangeKind.Removed, step, null, []);
        }

        foreach (var step in right.Activities)
        {
            if (!before.TryGetValue(step.Id, out var other) || other.GetType() != step.GetType())
            {
                yield return new StepChange(step.Id, StepChangeKind.Added, null, step, []);
            }
            else if (Differing(Json(other, left), Json(step, right)) is { Count: > 0 } settings)
            {
                yield return new StepChange(step.Id, StepChangeKind.Changed, other, step, settings);
            }
        }
    }

    private static IEnumerable<LineChange> LinesOf(WorkflowDefinition left, WorkflowDefinition right)
    {
        var before = left.Transitions.DistinctBy(Arrow.Of).ToDictionary(Arrow.Of, line => line.To);
        var after = right.Transitions.DistinctBy(Arrow.Of).ToDictionary(Arrow.Of, line => line.To);

        // Lines of steps that came or went say nothing that the steps do not say.
        var both = left.Activities.Select(step => step.Id).Intersect(right.Activities.Select(step => step.Id)).ToHashSet(StringComparer.Ordinal);
        return before.Keys.Union(after.Keys)
            .Where(arrow => both.Contains(arrow.From))
            .Select(arrow => new LineChange(arrow, before.GetValueOrDefault(arrow), after.GetValueOrDefault(arrow)))
            .Where(line => line.Before != line.After);
    }

    private static List<string> Differing(JsonObject left, JsonObject right) =>
        [.. left.Concat(right).Select(property => property.Key).Distinct(StringComparer.Ordinal).Where(name => !JsonNode.DeepEquals(left[name], right[name]))];

    private static JsonObject Json(object definition) => JsonSerializer.SerializeToNode(definition, definition is ActivityDefinition ? typeof(ActivityDefinition) : definition.GetType(), DefinitionJson.Options)!.AsObject();

    /// <summary>With the texts of the formulas that the step names, so that a change of a text is a change of the step.</summary>
    private static JsonObject Json(ActivityDefinition step, WorkflowDefinition definition)
    {
        var json = Json(step);
        var text = json.ToJsonString(DefinitionJson.Options);
        foreach (var (name, source) in definition.Files.Where(file => text.Contains($"\"{file.Key}\"", StringComparison.Ordinal)))
        {
            json["formula"] = (json["formula"]?.ToString() ?? string.Empty) + name + source;
        }

        return json;
    }
}

/// <summary>A step that is there in one version only, or has other settings.</summary>
/// <param name="Settings">Names of the settings that differ, as in files: <c>signers</c>.</param>
public sealed record StepChange(string Id, StepChangeKind Kind, ActivityDefinition? Before, ActivityDefinition? After, IReadOnlyList<string> Settings);

/// <summary>What happened to a step.</summary>
public enum StepChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>A line that leads elsewhere; null where there is none.</summary>
public sealed record LineChange(Arrow Arrow, string? Before, string? After);
