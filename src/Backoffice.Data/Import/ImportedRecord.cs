using Forms.Fields;
using Forms.Records;

namespace Backoffice.Data.Import;

/// <summary>What one row of the main file says about a record.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Values">By field name; fields that the import does not name are not in it.</param>
/// <param name="Tables">Rows of sub-tables by field name; each row holds the columns that the import names.</param>
internal sealed record ImportedRecord(CsvRow Row, Dictionary<string, object?> Values, Dictionary<string, List<Dictionary<string, object?>>> Tables)
{
    internal int SubRows => this.Tables.Values.Sum(rows => rows.Count);

    internal bool IsIn(Record record) =>
        this.Values.All(value => Equals(value.Value, record[value.Key]))
        && this.Tables.All(table => Same(table.Value, record.Rows(table.Key)));

    /// <summary>Puts the values into a record. Rows keep their ids by position, so that its history shows what changed.</summary>
    internal void ApplyTo(Record record, IReadOnlyDictionary<string, TableField> tables)
    {
        foreach (var (field, value) in this.Values)
        {
            record.Values[field] = value;
        }

        foreach (var (field, rows) in this.Tables)
        {
            var old = record.Rows(field);
            record.Values[field] = rows.Select((row, index) => Filled(index < old.Count ? old[index] : Empty(tables[field]), row)).ToList();
        }
    }

    private static bool Same(List<Dictionary<string, object?>> rows, IReadOnlyList<RecordRow> old) =>
        rows.Count == old.Count && rows.Zip(old).All(pair => pair.First.All(cell => Equals(cell.Value, pair.Second[cell.Key])));

    private static RecordRow Filled(RecordRow old, Dictionary<string, object?> values)
    {
        var row = old.Copy();
        foreach (var (column, value) in values)
        {
            row.Values[column] = value;
        }

        return row;
    }

    private static RecordRow Empty(TableField table)
    {
        var row = new RecordRow { Id = Guid.CreateVersion7() };
        foreach (var column in table.Columns.Where(column => column is { Default: not null, IsComputed: false }))
        {
            row.Values[column.Name] = column.Parse(column.Default!.Value).Value;
        }

        return row;
    }
}
