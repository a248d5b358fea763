using Forms.Definitions;
using Forms.Problems;

namespace Forms.Records;

/// <summary>The computed fields of a form in dependency order: a step needs only the steps before it.</summary>
internal sealed class CalculationPlan
{
    private readonly Dictionary<ComputedField, IReadOnlyList<string>> paths;

    private CalculationPlan(Dictionary<ComputedField, IReadOnlyList<string>> needs, IReadOnlyList<IReadOnlyList<ComputedField>> steps)
    {
        this.paths = needs;
        this.Steps = steps;
    }

    internal IReadOnlyList<IReadOnlyList<ComputedField>> Steps { get; }

    /// <exception cref="RefusalException">Invalid: a formula cannot be compiled, or fields compute each other in a circle.</exception>
    internal static async Task<CalculationPlan> MakeAsync(FormDefinition form, AnalyzeFormula analyze, CancellationToken ct)
    {
        var needs = new Dictionary<ComputedField, IReadOnlyList<string>>();
        foreach (var field in ComputedField.Of(form))
        {
            var analysis = await analyze(field.Source, ct);
            if (analysis.Errors.Count > 0)
            {
                throw RefusalException.Invalid([.. analysis.Errors.Select(error => new Problem(field.Field.Name, error.Code, error.Message))]);
            }

            needs[field] = [.. field.Needs(analysis.Reads)];
        }

        return new CalculationPlan(needs, Order(needs));
    }

    /// <summary>The computed fields that a field needs directly.</summary>
    internal IEnumerable<ComputedField> Before(ComputedField field) => this.paths.Keys.Where(other => this.paths[field].Any(other.IsIn));

    /// <summary>Whether any computed field needs a field, directly or through others.</summary>
    internal bool Uses(string field) => this.paths.Values.Any(read => read.Any(path => path == "*" || path == field));

    private static List<IReadOnlyList<ComputedField>> Order(Dictionary<ComputedField, IReadOnlyList<string>> needs)
    {
        var steps = new List<IReadOnlyList<ComputedField>>();
        var open = needs.Keys.ToList();
        while (open.Count > 0)
        {
            var step = open.Where(field => !open.Exists(other => needs[field].Any(other.IsIn))).ToList();
            if (step.Count == 0)
            {
                var circle = string.Join(", ", open.Select(field => field.Path));
                throw RefusalException.Invalid([new Problem(open[0].Field.Name, "formula.cycle", $"These fields compute each other in a circle: {circle}.") { Arguments = [circle] }]);
            }

            steps.Add(step);
            open.RemoveAll(step.Contains);
        }

        return steps;
    }
}
