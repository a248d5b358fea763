using System.Globalization;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Web.Localization;
using Workflows.Definitions;
using Workflows.Design;

namespace Backoffice.Web.Pages.Design.Edit;

/// <summary>New steps and workflows with names in every language of the product, so that nobody has to translate "Approval".</summary>
internal static class StepFactory
{
    /// <summary>Puts a new step on a line.</summary>
    public static EditResult Insert(WorkflowContent content, Arrow arrow, StepKind kind, Words words) => FlowEdits.Insert(
        content.Definition,
        arrow,
        NewSteps.Create(kind, words.Text(Languages.English, KeyOf(kind))!, number => words["design.branch", number]),
        words.Text(Languages.English, KeyOf(StepKind.Join))!);

    /// <summary>The translations of what an edit brought in: the name of each new step that still has its first name.</summary>
    public static WorkflowContent Translate(WorkflowContent before, WorkflowDefinition after, Words words)
    {
        var known = before.Definition.Activities.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var content = before with { Definition = after };
        foreach (var step in after.Activities.Where(step => !known.Contains(step.Id)))
        {
            var key = KeyOf(NewSteps.KindOf(step));
            if (step.Label == words.Text(Languages.English, key))
            {
                content = Languages.All.Where(language => language.Code != Languages.English).Aggregate(
                    content,
                    (current, language) => current.WithLabel(language.Code, WorkflowContent.StepPath(after.Key, step.Id), words.Text(language.Code, key)));
            }
        }

        return content;
    }

    /// <summary>A workflow of nothing but its start and its end.</summary>
    public static WorkflowContent Workflow(string key, string label, string form, Words words)
    {
        var language = Languages.Of(CultureInfo.CurrentUICulture).Code;
        var definition = NewSteps.Workflow(key, label, form, words.Text(Languages.English, KeyOf(StepKind.Start))!, words.Text(Languages.English, KeyOf(StepKind.End))!);
        var empty = new WorkflowContent(definition with { Activities = [] }, new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal));
        var content = Translate(empty, definition, words);
        return language == Languages.English ? content : content.WithLabel(language, WorkflowContent.NamePath(key), label);
    }

    private static string KeyOf(StepKind kind) => "design.new." + DesignWords.Key(kind);
}
