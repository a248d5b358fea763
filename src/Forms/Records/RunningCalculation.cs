using System.Globalization;
using System.Text.Json;
using Forms.Definitions;
using Forms.Fields;
using Forms.Formulas;
using Forms.Problems;

namespace Forms.Records;

/// <summary>One record while its fields are computed.</summary>
internal sealed class RunningCalculation(FormDefinition form, Record record)
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<ComputedField> failed = [];

    /// <summary>The evaluations of a field: one, or one for each row. None when something that it needs has failed.</summary>
    internal IEnumerable<Cell> Cells(ComputedField field, CalculationPlan plan)
    {
        if (plan.Before(field).Any(this.failed.Contains))
        {
            this.failed.Add(field);
            this.Clear(field);
            return [];
        }

        var inputs = FormulaInputs.Of(form, record);
        if (field.Table is not { } table)
        {
            return [new Cell(this, field, record.Values, field.Field.Name, Call(field, inputs))];
        }

        return record.Rows(table.Name).Select((row, index) => new Cell(
            this,
            field,
            row.Values,
            string.Create(CultureInfo.InvariantCulture, $"{table.Name}[{index}].{field.Field.Name}"),
            Call(field, FormulaInputs.Of(table, row, inputs))));
    }

    internal Calculation Done() => new(record, this.problems);

    private static FormulaCall Call(ComputedField field, IReadOnlyDictionary<string, object?> inputs) => new(field.Source, inputs)
    {
        Scale = (field.Field.Storage as FieldStorage.Number)?.Scale,
        Name = field.Field.Formula,
    };

    private void Clear(ComputedField field)
    {
        if (field.Table is null)
        {
            record.Values[field.Field.Name] = null;
            return;
        }

        foreach (var row in record.Rows(field.Table.Name))
        {
            row.Values[field.Field.Name] = null;
        }
    }

    /// <summary>One evaluation and where its result belongs.</summary>
    internal sealed record Cell(RunningCalculation Owner, ComputedField Field, Dictionary<string, object?> Values, string Path, FormulaCall Call)
    {
        internal void Set(FormulaResult result)
        {
            var parsed = result.Error is { } error
                ? ParsedValue.Wrong(new Problem(this.Path, error.Code, error.Message))
                : this.Field.Field.Parse(JsonSerializer.SerializeToElement(result.Value));
            this.Values[this.Field.Field.Name] = parsed.Value;
            if (parsed.Problem is { } problem)
            {
                this.Owner.failed.Add(this.Field);
                this.Owner.problems.Add(problem with { Path = this.Path });
            }
        }
    }
}
