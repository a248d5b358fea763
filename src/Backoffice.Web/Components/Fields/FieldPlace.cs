using System.Globalization;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>Where a value stands in a record: a field, or a column of one row of a sub-table. Rows are named by id, so that a place outlives a removed row above it.</summary>
public readonly record struct FieldPlace(string Field, string? Table = null, Guid Row = default)
{
    /// <summary>Id of the control in the page.</summary>
    public string ElementId => this.Table is null
        ? "f-" + this.Field
        : string.Create(CultureInfo.InvariantCulture, $"f-{this.Table}-{this.Row:N}-{this.Field}");

    /// <summary>Every place of a record: its fields, and the columns of its rows.</summary>
    public static IEnumerable<FieldPlace> All(FormDefinition form, Record record) => form.Fields.Select(field => new FieldPlace(field.Name))
        .Concat(form.Fields.OfType<TableField>().SelectMany(table => record.Rows(table.Name).SelectMany(row => table.Columns.Select(column => new FieldPlace(column.Name, table.Name, row.Id)))));

    /// <summary>The place a problem's path names: <c>endsOn</c>, <c>lines</c>, <c>lines[2].quantity</c>; null when the record has no such row.</summary>
    public static FieldPlace? Of(string path, Record record)
    {
        var open = path.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return path.Length == 0 ? null : new FieldPlace(path);
        }

        var close = path.IndexOf(']', open);
        var table = path[..open];
        var rows = record.Rows(table);
        if (close < 0 || !int.TryParse(path[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= rows.Count)
        {
            return new FieldPlace(table);
        }

        return close + 2 < path.Length ? new FieldPlace(path[(close + 2)..], table, rows[index].Id) : new FieldPlace(table);
    }
}
