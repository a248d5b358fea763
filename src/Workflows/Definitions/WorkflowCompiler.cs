using Forms.Problems;
using Workflows.Activities;

namespace Workflows.Definitions;

/// <summary>
/// Checks a definition and makes it ready to run. Pure; finds all problems that can be found without the form and the
/// directory (fields, roles and formulas are checked by the publish gate).
/// </summary>
public static class WorkflowCompiler
{
    public static CompileResult Compile(WorkflowDefinition definition)
    {
        var problems = new List<Problem>();
        CheckWords(definition, problems);
        for (var i = 0; i < definition.Activities.Count; i++)
        {
            ActivityKinds.Of(definition.Activities[i]).Check(definition.Activities[i], $"activities[{i}]", problems);
        }

        var graph = new WorkflowGraph(definition);
        TransitionChecks.Check(definition, graph, problems);
        GraphChecks.Check(definition, graph, problems);
        var scopes = ForkScopes.Of(definition.Activities, graph, problems);
        return problems.Exists(problem => problem.Severity == Severity.Error)
            ? new CompileResult(null, problems)
            : new CompileResult(new CompiledWorkflow(definition, graph, scopes), problems);
    }

    private static void CheckWords(WorkflowDefinition definition, List<Problem> problems)
    {
        NeedText(definition.Key, "key");
        NeedText(definition.Label, "label");
        NeedText(definition.Form, "form");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Activities.Count; i++)
        {
            var id = definition.Activities[i].Id;
            NeedText(id, $"activities[{i}].id");
            NeedText(definition.Activities[i].Label, $"activities[{i}].label");
            if (!ids.Add(id))
            {
                problems.Add(new($"activities[{i}].id", "workflow.duplicate-id", $"Expected ids to be used once, but found '{id}' again."));
            }
        }

        void NeedText(string text, string path)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                problems.Add(new(path, "workflow.text-missing", "Expected a text, but found none."));
            }
        }
    }
}
