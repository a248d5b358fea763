using Forms.Problems;

namespace Workflows.Elsa.Reading;

/// <summary>The problems found so far. Lives for one file.</summary>
internal sealed class ReadReport
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public bool HasErrors => _problems.Exists(problem => problem.Severity == Severity.Error);

    public void Error(string path, string code, string message) => _problems.Add(new Problem(path, code, message));

    public void Warning(string path, string code, string message) => _problems.Add(new Problem(path, code, message, Severity.Warning));
}
