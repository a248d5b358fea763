using Forms.Problems;

namespace Workflows.Definitions;

/// <summary>
/// What <see cref="WorkflowCompiler.Compile"/> found. <see cref="Workflow"/> is null exactly when a problem is an error.
/// </summary>
/// <param name="Problems">By place in the file: <c>activities[3].signers</c>, <c>transitions[2].to</c>.</param>
public sealed record CompileResult(CompiledWorkflow? Workflow, IReadOnlyList<Problem> Problems);
