using Forms.Problems;

namespace Backoffice.Data.Definitions.Drafts;

/// <summary>Something wrong with a draft, at the step that the designer shows.</summary>
/// <param name="Step">Id of the step; null when it concerns the workflow.</param>
/// <param name="Problem">Its path is within the step: <c>signers[0].position</c>.</param>
public sealed record DraftProblem(string? Step, Problem Problem)
{
    public bool StopsPublishing => this.Problem.Severity == Severity.Error;
}
