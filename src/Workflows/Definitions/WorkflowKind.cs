using Forms.Definitions;
using Forms.Problems;

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

    protected override IEnumerable<LabelUse> Labels(WorkflowDefinition definition) => WorkflowTexts.Labels(definition);

    protected override IEnumerable<FileUse> Files(WorkflowDefinition definition, DefinitionSet set) =>
        WorkflowTexts.Files(definition, set.Find<FormDefinition>(definition.Form) is { } form ? FormulaNames.OfForm(form, set) : null);
}
