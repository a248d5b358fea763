using Forms.Definitions;
using Workflows.Definitions;

namespace Backoffice.Data.Definitions.Drafts;

/// <summary>A workflow with the translations of its labels: what a designer edits and undoes as one. Immutable.</summary>
/// <param name="Labels">By language and path; English stands in the definition.</param>
public sealed record WorkflowContent(WorkflowDefinition Definition, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels)
{
    /// <summary>What a set says about a workflow.</summary>
    public static WorkflowContent Of(WorkflowDefinition definition, LabelCatalog catalog) => new(
        definition,
        catalog.ByLanguage.ToDictionary(
            language => language.Key,
            language => (IReadOnlyDictionary<string, string>)language.Value.Where(label => Belongs(definition.Key, label.Key)).ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal));

    /// <summary>Where the name of the workflow is translated.</summary>
    public static string NamePath(string key) => $"workflows/{key}";

    /// <summary>Where the name of a step is translated.</summary>
    public static string StepPath(string key, string step) => $"workflows/{key}/activities/{step}";

    /// <summary>The translation at a path; null when the language has none.</summary>
    public string? Label(string language, string path) => this.Labels.TryGetValue(language, out var labels) ? labels.GetValueOrDefault(path) : null;

    /// <summary>With a translation, or without when the text is empty.</summary>
    public WorkflowContent WithLabel(string language, string path, string? text)
    {
        var labels = this.Labels.ToDictionary(StringComparer.Ordinal);
        var changed = labels.GetValueOrDefault(language)?.ToDictionary(StringComparer.Ordinal) ?? new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
        {
            changed.Remove(path);
        }
        else
        {
            changed[path] = text.Trim();
        }

        labels[language] = changed;
        return this with { Labels = labels };
    }

    /// <summary>Puts the workflow into a set, in the place of the one with its key or at the end.</summary>
    internal DefinitionSet Into(DefinitionSet set)
    {
        var known = set.Find<WorkflowDefinition>(this.Definition.Key) is not null;
        IEnumerable<IDefinition> definitions = known
            ? set.Definitions.Select(other => other is WorkflowDefinition && other.Key == this.Definition.Key ? this.Definition : other)
            : set.Definitions.Append(this.Definition);
        return new DefinitionSet(set.Packs, [.. definitions], set.Directory, this.Into(set.Labels));
    }

    private LabelCatalog Into(LabelCatalog catalog) => new(catalog.ByLanguage.Keys.Union(this.Labels.Keys).ToDictionary(
        language => language,
        language => (IReadOnlyDictionary<string, string>)(catalog.ByLanguage.GetValueOrDefault(language) ?? new Dictionary<string, string>())
            .Where(label => !Belongs(this.Definition.Key, label.Key))
            .Concat(this.Used(language))
            .ToDictionary(StringComparer.Ordinal),
        StringComparer.Ordinal));

    /// <summary>Without the translations of steps that are no longer there.</summary>
    private IEnumerable<KeyValuePair<string, string>> Used(string language)
    {
        var steps = this.Definition.Activities.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        return (this.Labels.GetValueOrDefault(language) ?? new Dictionary<string, string>())
            .Where(label => label.Key.Split('/') is not [_, _, _, var step, ..] || steps.Contains(step));
    }

    private static bool Belongs(string key, string path) => path == NamePath(key) || path.StartsWith(NamePath(key) + "/", StringComparison.Ordinal);
}
