using Backoffice.Data.Schema;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>What differs between two states of a record, row by row.</summary>
internal static class RecordDifference
{
    internal static List<StoredChange> Between(RecordLayout layout, Record before, Record after)
    {
        var changes = Columns(layout.Columns, before.Values, after.Values)
            .Select(change => new StoredChange(change.Id, change.Before, change.After))
            .ToList();
        foreach (var table in layout.SubTables)
        {
            changes.AddRange(Rows(table, before.Rows(table.Field.Name), after.Rows(table.Field.Name)));
        }

        return changes;
    }

    private static IEnumerable<StoredChange> Rows(SubTableLayout table, IReadOnlyList<RecordRow> before, IReadOnlyList<RecordRow> after)
    {
        var old = before.ToDictionary(row => row.Id);
        var kept = after.Select(row => row.Id).ToHashSet();
        foreach (var row in after)
        {
            var was = old.GetValueOrDefault(row.Id);
            foreach (var change in Of(table, row.Id, was?.Values ?? [], row.Values, was is null ? RowChange.Added : RowChange.None))
            {
                yield return change;
            }
        }

        foreach (var row in before.Where(row => !kept.Contains(row.Id)))
        {
            foreach (var change in Of(table, row.Id, row.Values, [], RowChange.Removed))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<StoredChange> Of(SubTableLayout table, Guid row, Dictionary<string, object?> before, Dictionary<string, object?> after, RowChange kind) =>
        Columns(table.Columns, before, after).Select(change => new StoredChange(table.Field.Id, change.Before, change.After)
        {
            Row = row,
            Column = change.Id,
            RowChange = kind,
        });

    private static IEnumerable<(string Id, System.Text.Json.JsonElement? Before, System.Text.Json.JsonElement? After)> Columns(
        IReadOnlyList<ColumnBinding> columns,
        IReadOnlyDictionary<string, object?> before,
        IReadOnlyDictionary<string, object?> after) => columns
            .Select(binding => (binding.Field.Id, Old: before.GetValueOrDefault(binding.Field.Name), New: after.GetValueOrDefault(binding.Field.Name)))
            .Where(pair => !Equals(pair.Old, pair.New))
            .Select(pair => (pair.Id, StoredChange.ToJson(pair.Old), StoredChange.ToJson(pair.New)));
}
