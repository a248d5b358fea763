using Forms.Definitions.Json;
using Forms.Problems;
using Forms.Records;

namespace Forms.Definitions;

/// <summary>Everything that is wrong with one definition among others, while it is being designed: what the loader says of a file.</summary>
public static class DefinitionProblems
{
    /// <param name="kind">The kind of the definition.</param>
    /// <param name="definition">With its code files.</param>
    /// <param name="set">What it names; holds the definition itself as well.</param>
    /// <param name="analyze">Reads its formulas.</param>
    /// <returns>Problems with paths in the JSON of the definition: <c>activities[3].signers</c>.</returns>
    public static async Task<IReadOnlyList<Problem>> FindAsync(DefinitionKind kind, IDefinition definition, DefinitionSet set, AnalyzeFormula analyze, CancellationToken ct)
    {
        var problems = new List<Problem>();
        kind.CheckAny(definition, new DefinitionContext(set, (_, _) => false, (path, code, message, severity) => problems.Add(new Problem(path, code, message, severity))));
        foreach (var use in kind.FilesOfAny(definition, set).ToList())
        {
            if (!definition.Files.TryGetValue(use.File, out var source))
            {
                problems.Add(new Problem(use.Path, "definition.code-missing", $"The file \"{use.File}\" is not there.{Spelling.DidYouMean(use.File, definition.Files.Keys)}"));
            }
            else if (use.Reads is { } names)
            {
                var analysis = await analyze(source, ct);
                problems.AddRange(analysis.Errors.Select(error => new Problem(use.Path, error.Code, $"{use.File}:{error.Line}: {error.Message}")));
                problems.AddRange(analysis.Reads.Select(names.Problem).OfType<string>().Distinct(StringComparer.Ordinal).Select(message => new Problem(use.Path, "formula.unknown-field", message)));
            }
        }

        return problems;
    }
}
