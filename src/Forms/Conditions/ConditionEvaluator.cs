using Forms.Definitions;
using Forms.Fields;
using Forms.Formulas;
using Forms.Problems;
using Forms.Records;

namespace Forms.Conditions;

/// <summary>
/// Says whether conditions hold for records. Comparisons and groups are evaluated here; formulas go to the workers,
/// all of one call in one batch; paths over a link load what they name. Thread-safe.
/// </summary>
/// <param name="evaluate">The formula workers.</param>
/// <param name="linked">Where linked records are.</param>
/// <param name="time">Says what day it is, in the company's time zone.</param>
public sealed class ConditionEvaluator(EvaluateFormulas evaluate, LinkedRecords linked, TimeProvider time)
{
    /// <summary>Whether a condition can be evaluated from the record alone: no formula, nothing behind a link.</summary>
    public static bool IsSelfContained(Condition condition) =>
        !ConditionTree.Formulas(condition).Any() && !ConditionTree.Fields(condition).Any(field => field.Contains('.', StringComparison.Ordinal));

    /// <summary>Whether a formula is part of a condition, so that no database can evaluate it.</summary>
    public static bool HasFormula(Condition condition) => ConditionTree.Formulas(condition).Any();

    /// <summary>Whether a condition holds for a record.</summary>
    /// <param name="files">Texts of the formulas beside the definition that the condition stands in.</param>
    /// <param name="me">Whom <c>@me</c> means.</param>
    /// <exception cref="RefusalException">Invalid: an unknown field, a comparison that does not fit, a formula that failed.</exception>
    public async Task<bool> HoldsAsync(Condition condition, FormDefinition form, Record record, IReadOnlyDictionary<string, string> files, Guid me, CancellationToken ct) =>
        (await this.HoldAsync([condition], form, [record], files, me, ct))[0][0];

    /// <summary>Whether each condition holds for each record: by record, then by condition.</summary>
    /// <inheritdoc cref="HoldsAsync"/>
    public async Task<IReadOnlyList<IReadOnlyList<bool>>> HoldAsync(
        IReadOnlyList<Condition> conditions,
        FormDefinition form,
        IReadOnlyList<Record> records,
        IReadOnlyDictionary<string, string> files,
        Guid? me,
        CancellationToken ct)
    {
        var context = new ConditionContext(DateOnly.FromDateTime(time.GetLocalNow().DateTime), me);
        var formulas = await this.FormulasAsync([.. conditions.SelectMany(ConditionTree.Formulas).Distinct()], form, records, files, ct);
        var paths = await LinkedPaths.LoadAsync(linked, form, [.. conditions.SelectMany(ConditionTree.Fields).Distinct()], records, ct);
        return
        [
            .. records.Select((record, index) => (IReadOnlyList<bool>)
            [
                .. conditions.Select(condition => ConditionTree.Holds(condition, context, name => paths.Find(record, name), file => formulas[file][index])),
            ]),
        ];
    }

    private async Task<Dictionary<string, bool[]>> FormulasAsync(
        IReadOnlyList<string> names,
        FormDefinition form,
        IReadOnlyList<Record> records,
        IReadOnlyDictionary<string, string> files,
        CancellationToken ct)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var calls = names.SelectMany(name => records.Select(record => new FormulaCall(Source(files, name), FormulaInputs.Of(form, record)) { Name = name })).ToList();
        var results = await evaluate(calls, ct);
        return names
            .Select((name, at) => (name, Outcomes: results.Skip(at * records.Count).Take(records.Count).Select(result => Outcome(name, result)).ToArray()))
            .ToDictionary(pair => pair.name, pair => pair.Outcomes);
    }

    private static string Source(IReadOnlyDictionary<string, string> files, string name) => files.TryGetValue(name, out var source)
        ? source
        : throw RefusalException.Invalid([new Problem(name, "condition.formula-missing", $"The formula {name} is not there.")]);

    private static bool Outcome(string name, FormulaResult result) => result switch
    {
        { Error: { } error } => throw RefusalException.Invalid([new Problem(name, error.Code, $"{name}: {error.Message}")]),
        { Value: bool holds } => holds,
        _ => throw RefusalException.Invalid([new Problem(name, "condition.formula-result", $"{name}: expected true or false.")]),
    };
}
