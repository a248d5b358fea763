using System.Runtime.CompilerServices;
using Forms.Definitions;
using Forms.Formulas;
using Forms.Problems;

namespace Forms.Records;

/// <summary>
/// Computes the computed fields of records, in dependency order, with one batch of formulas for each step over all
/// rows of all records. Thread-safe.
/// </summary>
/// <param name="evaluate">The formula workers.</param>
/// <param name="analyze">What a formula depends on.</param>
public sealed class RecordCalculator(EvaluateFormulas evaluate, AnalyzeFormula analyze)
{
    private readonly ConditionalWeakTable<FormDefinition, CalculationPlan> plans = [];

    /// <summary>Copies of the records with their computed fields, and what failed. A field whose formula failed is empty.</summary>
    /// <exception cref="RefusalException">Invalid: the formulas of the form cannot be ordered.</exception>
    public async Task<IReadOnlyList<Calculation>> CalculateAsync(FormDefinition form, IReadOnlyList<Record> records, CancellationToken ct)
    {
        var plan = await this.PlanAsync(form, ct);
        var running = records.Select(record => new RunningCalculation(form, record.Copy())).ToList();
        foreach (var step in plan.Steps)
        {
            var cells = running.SelectMany(calculation => step.SelectMany(field => calculation.Cells(field, plan))).ToList();
            var results = cells.Count == 0 ? [] : await evaluate([.. cells.Select(cell => cell.Call)], ct);
            foreach (var (cell, result) in cells.Zip(results))
            {
                cell.Set(result);
            }
        }

        return [.. running.Select(calculation => calculation.Done())];
    }

    /// <summary>Whether a computed field of the form needs a field, so that a change of it means computing again.</summary>
    public async Task<bool> UsesAsync(FormDefinition form, string field, CancellationToken ct) => (await this.PlanAsync(form, ct)).Uses(field);

    private async ValueTask<CalculationPlan> PlanAsync(FormDefinition form, CancellationToken ct)
    {
        if (!this.plans.TryGetValue(form, out var plan))
        {
            plan = await CalculationPlan.MakeAsync(form, analyze, ct);
            this.plans.AddOrUpdate(form, plan);
        }

        return plan;
    }
}

/// <summary>A record with its computed fields.</summary>
/// <param name="Problems">One for each field whose formula failed; others that need it are empty without one.</param>
public sealed record Calculation(Record Record, IReadOnlyList<Problem> Problems);
