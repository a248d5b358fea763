using System.Globalization;
using Forms.Problems;

namespace Forms.Definitions.Loading;

/// <summary>Collects problems with file and line, and puts them in order.</summary>
internal sealed class ProblemList
{
    private readonly List<(string File, int Line, Problem Problem)> problems = [];

    internal bool HasErrors => this.problems.Exists(entry => entry.Problem.Severity == Severity.Error);

    internal void Add(string file, int line, string code, string message, Severity severity = Severity.Error, int column = 0)
    {
        var place = line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");
        place = column == 0 ? place : string.Create(CultureInfo.InvariantCulture, $"{place}:{column}");
        this.problems.Add((file, line, new Problem(place, code, message, severity)));
    }

    internal void Add(DefinitionFile file, string path, string code, string message, Severity severity = Severity.Error) =>
        this.Add(file.Path, file.Lines.LineOf(path), code, message, severity);

    internal IReadOnlyList<Problem> InOrder() =>
        [.. this.problems.OrderBy(entry => entry.File, StringComparer.Ordinal).ThenBy(entry => entry.Line).Select(entry => entry.Problem)];
}
