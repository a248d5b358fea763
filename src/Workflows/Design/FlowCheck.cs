using System.Globalization;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>
/// What the compiler finds wrong with the drawing as a whole: steps that are not reached or have no way to an end, outcomes
/// without a line, circles that spin without waiting, forks and joins that do not fit. Edits are refused that bring a new one.
/// </summary>
public static class FlowCheck
{
    private static readonly HashSet<string> OfDrawing = new(StringComparer.Ordinal)
    {
        "workflow.no-start",
        "workflow.several-starts",
        "workflow.missing-transition",
        "workflow.unreachable",
        "workflow.no-way-out",
        "workflow.endless",
        "workflow.mixed-branches",
        "workflow.join-without-fork",
        "workflow.two-joins",
        "workflow.few-branches",
        "workflow.no-cases",
        "workflow.unknown-activity",
        "workflow.unknown-outcome",
        "workflow.duplicate-transition",
        "workflow.leaves-end",
    };

    public static IReadOnlyList<FlowProblem> Run(WorkflowDefinition definition) =>
    [
        .. WorkflowCompiler.Compile(definition).Problems
            .Where(problem => OfDrawing.Contains(problem.Code))
            .Select(problem => new FlowProblem(problem.Code, StepAt(definition, problem.Path), problem.Message)),
    ];

    private static string StepAt(WorkflowDefinition definition, string path)
    {
        const string List = "activities[";
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return path.StartsWith(List, StringComparison.Ordinal) && end > 0
            ? definition.Activities[int.Parse(path.AsSpan(List.Length, end - List.Length), CultureInfo.InvariantCulture)].Id
            : string.Empty;
    }
}
