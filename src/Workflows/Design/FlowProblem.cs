namespace Workflows.Design;

/// <summary>What is wrong with the drawing itself, whatever the settings of its steps.</summary>
/// <param name="Code">Stable, for words: <c>workflow.unreachable</c>.</param>
/// <param name="Step">Id of the step it concerns; empty when it concerns the whole.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record FlowProblem(string Code, string Step, string Message);
