using Forms.Definitions;
using Forms.Definitions.Checks;
using Forms.Problems;
using Workflows.Activities.Decision;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.Notify;
using Workflows.Activities.Switch;

namespace Workflows.Definitions;

/// <summary>Workflows: <c>workflows/{key}/workflow.json</c> with the formulas of its conditions beside it.</summary>
public sealed class WorkflowKind() : DefinitionKind<WorkflowDefinition>("workflow", new DefinitionLayout.Folders("workflows", "workflow.json"))
{
    public override IReadOnlyDictionary<string, string> Descriptions => WorkflowDescriptions.All;

    protected override WorkflowDefinition WithFiles(WorkflowDefinition definition, IReadOnlyDictionary<string, string> files) => definition with { Files = files };

    protected override void Check(WorkflowDefinition definition, DefinitionContext context)
    {
        foreach (var problem in WorkflowCompiler.Compile(definition).Problems)
        {
            if (problem.Severity == Severity.Error)
            {
                context.Error(problem.Path, problem.Code, problem.Message);
            }
            else
            {
                context.Warning(problem.Path, problem.Code, problem.Message);
            }
        }

        if (context.Need<FormDefinition>(definition.Form, "form", "form") is { } form)
        {
            StatusChecks.Check(definition, form, context);
            ActivityChecks.Check(definition, form, context);
        }
    }

    protected override IEnumerable<LabelUse> Labels(WorkflowDefinition definition)
    {
        yield return new LabelUse($"workflows/{definition.Key}", "label");
        foreach (var (index, activity) in definition.Activities.Index())
        {
            yield return new LabelUse($"workflows/{definition.Key}/activities/{activity.Id}", $"activities[{index}].label");
            if (activity is NotifyActivity)
            {
                yield return new LabelUse($"workflows/{definition.Key}/messages/{activity.Id}", $"activities[{index}].message");
            }

            foreach (var use in Ways($"workflows/{definition.Key}/activities/{activity.Id}", activity, index))
            {
                yield return use;
            }
        }
    }

    /// <summary>The labels of the ways out of an activity that people read.</summary>
    private static IEnumerable<LabelUse> Ways(string path, ActivityDefinition activity, int index)
    {
        foreach (var (at, branch) in ((activity as ForkActivity)?.Branches ?? []).Index())
        {
            yield return new LabelUse($"{path}/branches/{branch.Name}", $"activities[{index}].branches[{at}].label");
        }

        foreach (var (at, one) in ((activity as SwitchActivity)?.Cases ?? []).Index())
        {
            yield return new LabelUse($"{path}/branches/{one.Name}", $"activities[{index}].cases[{at}].label");
        }

        if (activity is FillInActivity { Verb: not null })
        {
            yield return new LabelUse(path + "/verb", $"activities[{index}].verb");
        }

        foreach (var (at, button) in ((activity as FillInActivity)?.Buttons ?? []).Index())
        {
            yield return new LabelUse($"{path}/buttons/{button.Name}", $"activities[{index}].buttons[{at}].label");
        }
    }

    protected override IEnumerable<FileUse> Files(WorkflowDefinition definition, DefinitionSet set)
    {
        var names = set.Find<FormDefinition>(definition.Form) is { } form ? FormulaNames.OfForm(form, set) : null;
        return definition.Activities.Index()
            .Where(entry => entry.Item is DecisionActivity)
            .SelectMany(entry => ConditionCheck.Files(((DecisionActivity)entry.Item).Condition, $"activities[{entry.Index}].condition", names));
    }
}
