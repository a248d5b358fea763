using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>What differs between two states of one record, field by field and row by row. Rows are matched by id.</summary>
public sealed class RecordDifference
{
    private readonly Record before;

    private RecordDifference(Record before, IReadOnlySet<FieldPlace> changed, IReadOnlySet<Guid> added, IReadOnlyDictionary<string, IReadOnlyList<RecordRow>> removed)
    {
        this.before = before;
        this.Changed = changed;
        this.AddedRows = added;
        this.RemovedRows = removed;
    }

    /// <summary>Fields, and columns of rows that both states have.</summary>
    public IReadOnlySet<FieldPlace> Changed { get; }

    public IReadOnlySet<Guid> AddedRows { get; }

    /// <summary>By sub-table; only tables that lost rows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RecordRow>> RemovedRows { get; }

    /// <summary>How many things a reader has to look at: computed values follow from the others and are not counted.</summary>
    public int Count(FormDefinition form) =>
        this.Changed.Count(place => FieldOf(form, place) is { IsComputed: false })
        + this.AddedRows.Count
        + this.RemovedRows.Values.Sum(rows => rows.Count);

    public static RecordDifference Between(FormDefinition form, Record before, Record after)
    {
        var changed = new HashSet<FieldPlace>();
        var added = new HashSet<Guid>();
        var removed = new Dictionary<string, IReadOnlyList<RecordRow>>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            if (field is TableField table)
            {
                Rows(table, before, after, changed, added, removed);
            }
            else if (!Same(before[field.Name], after[field.Name]))
            {
                changed.Add(new FieldPlace(field.Name));
            }
        }

        return new RecordDifference(before, changed, added, removed);
    }

    /// <summary>The value before; null when it was empty or the row was not there.</summary>
    public object? Before(FieldPlace place) => ValueAt(this.before, place);

    public static object? ValueAt(Record record, FieldPlace place) => place.Table is null
        ? record[place.Field]
        : record.Rows(place.Table).FirstOrDefault(row => row.Id == place.Row)?[place.Field];

    public static FieldDefinition? FieldOf(FormDefinition form, FieldPlace place) => place.Table is null
        ? form.Field(place.Field)
        : (form.Field(place.Table) as TableField)?.Columns.FirstOrDefault(column => column.Name == place.Field);

    /// <summary>Whether two values read the same. Files are the same when their ids are.</summary>
    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (IReadOnlyList<FileReference> mine, IReadOnlyList<FileReference> theirs) => mine.Select(file => file.Id).SequenceEqual(theirs.Select(file => file.Id)),
        (IReadOnlyList<FileReference> { Count: 0 }, null) or (null, IReadOnlyList<FileReference> { Count: 0 }) => true,
        _ => Equals(left, right),
    };

    private static void Rows(
        TableField table, Record before, Record after, HashSet<FieldPlace> changed, HashSet<Guid> added, Dictionary<string, IReadOnlyList<RecordRow>> removed)
    {
        var old = before.Rows(table.Name).ToDictionary(row => row.Id);
        foreach (var row in after.Rows(table.Name))
        {
            if (!old.Remove(row.Id, out var was))
            {
                added.Add(row.Id);
                continue;
            }

            changed.UnionWith(table.Columns
                .Where(column => !Same(was[column.Name], row[column.Name]))
                .Select(column => new FieldPlace(column.Name, table.Name, row.Id)));
        }

        if (old.Count > 0)
        {
            removed[table.Name] = [.. before.Rows(table.Name).Where(row => old.ContainsKey(row.Id))];
        }
    }
}
