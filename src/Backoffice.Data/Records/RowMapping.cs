using Backoffice.Data.Schema;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>Turns rows of record tables (property bags) into records and back.</summary>
internal static class RowMapping
{
    internal static Record ToRecord(RecordLayout layout, Dictionary<string, object> row) => new()
    {
        Form = layout.Form.Key,
        Id = (Guid)row[SystemColumns.Id],
        Version = (long)row[SystemColumns.Version],
        CreatedAt = (DateTimeOffset)row[SystemColumns.CreatedAt],
        CreatedBy = (Guid?)row.GetValueOrDefault(SystemColumns.CreatedBy),
        ModifiedAt = (DateTimeOffset)row[SystemColumns.ModifiedAt],
        ModifiedBy = (Guid?)row.GetValueOrDefault(SystemColumns.ModifiedBy),
        Unit = (Guid?)row.GetValueOrDefault(SystemColumns.Unit),
        LockedBy = (Guid?)row.GetValueOrDefault(SystemColumns.LockedBy),
        Values = Values(layout.Columns, row),
    };

    internal static RecordRow ToRow(SubTableLayout table, Dictionary<string, object> row) => new()
    {
        Id = (Guid)row[SystemColumns.Id],
        Values = Values(table.Columns, row),
    };

    /// <summary>Writes values into a row.</summary>
    internal static void Fill(Dictionary<string, object> row, IReadOnlyList<ColumnBinding> columns, IReadOnlyDictionary<string, object?> values, DatabaseKind kind)
    {
        foreach (var binding in columns)
        {
            row[binding.Name] = ColumnValue.ToStore(values.GetValueOrDefault(binding.Field.Name), binding.Column, kind)!;
        }
    }

    private static Dictionary<string, object?> Values(IReadOnlyList<ColumnBinding> columns, Dictionary<string, object> row)
    {
        var values = new Dictionary<string, object?>(columns.Count, StringComparer.Ordinal);
        foreach (var binding in columns)
        {
            values[binding.Field.Name] = ColumnValue.FromStore(row.GetValueOrDefault(binding.Name), binding.Column);
        }

        return values;
    }
}
