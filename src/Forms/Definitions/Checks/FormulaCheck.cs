using Forms.Definitions.Loading;
using Forms.Formulas;

namespace Forms.Definitions.Checks;

/// <summary>Reports what is wrong with a formula: its own errors, and names that it reads and nobody gives it.</summary>
internal static class FormulaCheck
{
    /// <param name="path">Of the file.</param>
    /// <param name="names">What it may read; null when that is not known, because its form could not be read or nothing names it.</param>
    /// <param name="analysis">What a worker found.</param>
    /// <param name="problems">Where it is reported.</param>
    internal static void Report(string path, FormulaNames? names, FormulaAnalysis analysis, ProblemList problems)
    {
        foreach (var error in analysis.Errors)
        {
            problems.Add(path, error.Line ?? 0, error.Code, error.Message, column: error.Column ?? 0);
        }

        foreach (var (message, place) in analysis.Reads.Select(read => Unknown(read, names, analysis)).OfType<(string, FormulaPlace?)>().DistinctBy(found => found.Item1))
        {
            problems.Add(path, place?.Line ?? 0, "formula.unknown-field", message, column: place?.Column ?? 0);
        }
    }

    /// <summary>What is wrong with a path, and where its first part that is not known stands.</summary>
    private static (string Message, FormulaPlace? Place)? Unknown(string read, FormulaNames? names, FormulaAnalysis analysis)
    {
        var parts = read.Split('.');
        for (var count = 1; count <= parts.Length; count++)
        {
            var beginning = string.Join('.', parts.Take(count));
            if (names?.Problem(beginning) is { } message)
            {
                return (message, analysis.Places.GetValueOrDefault(beginning) ?? analysis.Places.GetValueOrDefault(beginning.TrimEnd('[', ']')));
            }
        }

        return null;
    }
}
