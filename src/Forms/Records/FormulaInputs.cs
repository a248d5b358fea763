using Forms.Definitions;
using Forms.Fields;
using Forms.Formulas;

namespace Forms.Records;

/// <summary>Evaluates formulas, as <c>FormulaWorkers.EvaluateAsync</c> does: results in the order of the calls.</summary>
public delegate Task<IReadOnlyList<FormulaResult>> EvaluateFormulas(IReadOnlyList<FormulaCall> calls, CancellationToken ct);

/// <summary>Reads what a formula depends on, as <c>FormulaWorkers.AnalyzeAsync</c> does.</summary>
public delegate Task<FormulaAnalysis> AnalyzeFormula(string source, CancellationToken ct);

/// <summary>A record as formulas see it: its fields by name, sub-tables as lists of objects, ids as text.</summary>
public static class FormulaInputs
{
    public static Dictionary<string, object?> Of(FormDefinition form, Record record) =>
        form.Fields.ToDictionary(field => field.Name, field => Value(field, record[field.Name]), StringComparer.Ordinal);

    /// <summary>A row as a formula of one of its columns sees it: its columns, and the record as <c>record</c>.</summary>
    internal static Dictionary<string, object?> Of(TableField table, RecordRow row, IReadOnlyDictionary<string, object?> record)
    {
        var inputs = Row(table, row);
        inputs["record"] = record;
        return inputs;
    }

    private static object? Value(FieldDefinition field, object? value) => field switch
    {
        TableField table => (value as IReadOnlyList<RecordRow> ?? []).Select(row => (object?)Row(table, row)).ToList(),
        FileField => (value as IReadOnlyList<FileReference> ?? []).Select(file => (object?)file.Name).ToList(),
        _ => value is Guid id ? id.ToString() : value,
    };

    private static Dictionary<string, object?> Row(TableField table, RecordRow row) =>
        table.Columns.ToDictionary(column => column.Name, column => Value(column, row[column.Name]), StringComparer.Ordinal);
}
