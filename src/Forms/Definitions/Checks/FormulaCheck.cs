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

        foreach (var message in analysis.Reads.Select(read => names?.Problem(read)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            problems.Add(path, 0, "formula.unknown-field", message);
        }
    }
}
