using System.Globalization;
using Forms.Definitions.Checks;
using Forms.Definitions.Loading;
using Forms.Formulas;
using Forms.Problems;

namespace Forms.Definitions;

/// <summary>
/// Checks a folder of packs as a whole: everything that the loader finds, and every formula, read by a worker without
/// being run. What <c>definitions check</c> says.
/// </summary>
/// <param name="kinds">The kinds of definitions that the application knows.</param>
/// <param name="analyze">Reads a formula: <see cref="FormulaWorkers.AnalyzeAsync"/>.</param>
public sealed class DefinitionsCheck(IReadOnlyList<DefinitionKind> kinds, Func<string, CancellationToken, Task<FormulaAnalysis>> analyze)
{
    /// <summary>Every problem, in order of files and lines; those of formulas as <c>…/total.formula.js:3:14</c>.</summary>
    public async Task<IReadOnlyList<Problem>> RunAsync(string folder, CancellationToken ct) => (await this.CheckAsync(folder, ct)).Problems;

    /// <summary>Writes one line a problem and a last line with their number.</summary>
    /// <returns>0 when nothing is an error, otherwise 1.</returns>
    public async Task<int> RunAsync(string folder, TextWriter output, CancellationToken ct)
    {
        var (files, problems) = await this.CheckAsync(folder, ct);
        foreach (var problem in problems)
        {
            var word = problem.Severity == Severity.Error ? "error" : "warning";
            await output.WriteLineAsync($"{problem.Path}: {word} {problem.Code}: {problem.Message}".AsMemory(), ct);
        }

        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        await output.WriteLineAsync($"{Count(files, "file")}, {Count(errors, "error")}, {Count(problems.Count - errors, "warning")}".AsMemory(), ct);
        return errors == 0 ? 0 : 1;
    }

    private async Task<(int Files, IReadOnlyList<Problem> Problems)> CheckAsync(string folder, CancellationToken ct)
    {
        var problems = new ProblemList();
        var (content, set) = DefinitionLoader.Read(folder, kinds, problems);
        var names = content.Files.Where(file => file.Kind is not null).SelectMany(file => Names(file, set)).DistinctBy(entry => entry.Path).ToDictionary(entry => entry.Path, entry => entry.Names);
        foreach (var (path, source) in content.Formulas)
        {
            FormulaCheck.Report(path, names.GetValueOrDefault(path), await analyze(source, ct), problems);
        }

        return (content.Files.Count, problems.InOrder());
    }

    private static IEnumerable<(string Path, FormulaNames Names)> Names(DefinitionFile file, DefinitionSet set) =>
        file.Kind!.FilesOfAny((IDefinition)file.Document, set).Where(use => use.Reads is not null).Select(use => (file.Folder + use.File, use.Reads!));

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
