using Forms.Definitions.Loading;
using Forms.Formulas;

namespace Forms.Definitions.Checks;

/// <summary>Reports what is wrong with a formula: its own errors, and names that it reads and nobody gives it.</summary>
internal static class FormulaCheck
{
    internal static void Report(string path, FormulaNames names, FormulaAnalysis analysis, ProblemList problems)
    {
        foreach (var error in analysis.Errors)
        {
            problems.Add(path, error.Line ?? 0, error.Code, error.Message, column: error.Column ?? 0);
        }

        foreach (var message in analysis.Reads.Select(names.Problem).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            problems.Add(path, 0, "formula.unknown-field", message);
        }
    }
}
