using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>A value that two people changed differently.</summary>
public sealed record Clash(FieldPlace Place, object? Mine, object? Theirs);

/// <summary>
/// Two people edited one record (requirement F5): fields that do not clash merge and are named, for the rest both
/// values are kept for the person to choose.
/// </summary>
/// <param name="Record">On their version, with both people's changes; at a clash it holds mine.</param>
/// <param name="Merged">What they changed and I did not: taken over.</param>
/// <param name="Clashes">What both changed.</param>
public sealed record RecordMerge(Record Record, IReadOnlyList<FieldPlace> Merged, IReadOnlyList<Clash> Clashes)
{
    /// <param name="form">The form of all three.</param>
    /// <param name="start">The state both started from.</param>
    /// <param name="mine">With my changes.</param>
    /// <param name="theirs">As saved by the other person.</param>
    public static RecordMerge Of(FormDefinition form, Record start, Record mine, Record theirs)
    {
        var result = theirs.Copy();
        var merged = new List<FieldPlace>();
        var clashes = new List<Clash>();
        foreach (var field in form.Fields.Where(field => !field.IsComputed))
        {
            if (field is TableField table)
            {
                result.Values[table.Name] = Rows(table, start, mine, theirs, merged, clashes);
            }
            else
            {
                result.Values[field.Name] = Choose(new FieldPlace(field.Name), start[field.Name], mine[field.Name], theirs[field.Name], merged, clashes);
            }
        }

        return new RecordMerge(result, merged, clashes);
    }

    private static List<RecordRow> Rows(TableField table, Record start, Record mine, Record theirs, List<FieldPlace> merged, List<Clash> clashes)
    {
        var before = start.Rows(table.Name).ToDictionary(row => row.Id);
        var ours = mine.Rows(table.Name).ToDictionary(row => row.Id);
        var rows = new List<RecordRow>();
        foreach (var row in theirs.Rows(table.Name))
        {
            if (ours.TryGetValue(row.Id, out var my))
            {
                rows.Add(Row(table, before.GetValueOrDefault(row.Id) ?? row, my, row, merged, clashes));
            }
            else if (!before.TryGetValue(row.Id, out var old) || Differs(table, old, row))
            {
                // Added by them, or changed by them while I removed it: a row is kept rather than lost.
                rows.Add(row.Copy());
                merged.Add(new FieldPlace(table.Name));
            }
        }

        var present = rows.Select(row => row.Id).ToHashSet();
        foreach (var row in mine.Rows(table.Name).Where(row => !present.Contains(row.Id)))
        {
            if (!before.TryGetValue(row.Id, out var old) || Differs(table, old, row))
            {
                rows.Add(row.Copy());
            }
            else
            {
                merged.Add(new FieldPlace(table.Name));
            }
        }

        return rows;
    }

    private static RecordRow Row(TableField table, RecordRow start, RecordRow mine, RecordRow theirs, List<FieldPlace> merged, List<Clash> clashes)
    {
        var row = theirs.Copy();
        foreach (var column in table.Columns.Where(column => !column.IsComputed))
        {
            var place = new FieldPlace(column.Name, table.Name, row.Id);
            row.Values[column.Name] = Choose(place, start[column.Name], mine[column.Name], theirs[column.Name], merged, clashes);
        }

        return row;
    }

    private static object? Choose(FieldPlace place, object? start, object? mine, object? theirs, List<FieldPlace> merged, List<Clash> clashes)
    {
        if (RecordDifference.Same(mine, theirs) || RecordDifference.Same(start, theirs))
        {
            return mine;
        }

        if (RecordDifference.Same(start, mine))
        {
            merged.Add(place);
            return theirs;
        }

        clashes.Add(new Clash(place, mine, theirs));
        return mine;
    }

    private static bool Differs(TableField table, RecordRow left, RecordRow right) =>
        table.Columns.Any(column => !column.IsComputed && !RecordDifference.Same(left[column.Name], right[column.Name]));
}
