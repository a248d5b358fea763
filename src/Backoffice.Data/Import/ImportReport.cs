using Forms.Problems;

namespace Backoffice.Data.Import;

/// <summary>What a run of imports did: nothing is lost silently.</summary>
/// <param name="Imports">In the order they ran; empty when a file or a column was missing, because then nothing is imported.</param>
/// <param name="Problems">In the order of files and lines.</param>
/// <param name="People">Keys of all people that the files named and that are in the directory now.</param>
public sealed record ImportReport(IReadOnlyList<ImportCounts> Imports, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<string> People)
{
    public bool HasErrors => this.Problems.Any(problem => problem.Severity == Severity.Error);
}
