using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;

namespace Backoffice.Data.Schema;

/// <summary>
/// Plans the record tables of a set of forms. Nothing is lost by publishing: a table or column whose form or field is
/// gone stays as retired, and comes back with its data when a field of the same id returns.
/// </summary>
internal static class RecordModelPlan
{
    internal static RecordModel For(DefinitionSet set, RecordModel before)
    {
        var tables = set.Forms.SelectMany(Tables).Select(table => WithRetired(table, before.Find(table.Name))).ToList();
        var gone = before.Tables
            .Where(table => tables.TrueForAll(kept => kept.Name != table.Name))
            .Select(table => table with { Retired = true, Columns = [.. table.Columns.Select(Retire)] });
        return new RecordModel([.. tables.Concat(gone).OrderBy(table => table.Parent is null ? 0 : 1).ThenBy(table => table.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Without what is retired: after this model is applied, its data is gone.</summary>
    internal static RecordModel WithoutRetired(RecordModel model) => new(
    [
        .. model.Tables
            .Where(table => !table.Retired)
            .Select(table => table with { Columns = [.. table.Columns.Where(column => !column.Retired)] }),
    ]);

    private static IEnumerable<RecordTable> Tables(FormDefinition form)
    {
        var sorted = SortedFields(form);
        var name = TableNames.Of(form.Key);
        yield return new RecordTable(name, form.Key, Columns(form.Fields, sorted));
        foreach (var table in form.Fields.OfType<TableField>())
        {
            yield return new RecordTable(TableNames.Of(form.Key, table.Id), form.Key, Columns(table.Columns, new HashSet<string>()))
            {
                Parent = name,
                Field = table.Id,
            };
        }
    }

    private static IReadOnlyList<RecordColumn> Columns(IReadOnlyList<FieldDefinition> fields, IReadOnlySet<string> sorted) =>
    [
        .. fields
            .Select(field => Column(field) is { } column ? column with { Sorted = sorted.Contains(field.Name) && Sortable(field) } : null)
            .OfType<RecordColumn>()
            .OrderBy(column => column.Name, StringComparer.Ordinal),
    ];

    private static RecordColumn? Column(FieldDefinition field)
    {
        var name = TableNames.Column(field.Id);
        return field.Storage switch
        {
            FieldStorage.Text text => new RecordColumn(name, ColumnKind.Text) { MaxLength = text.MaxLength, Unique = text.Unique },
            FieldStorage.Number number => new RecordColumn(name, ColumnKind.Number) { Scale = number.Scale },
            FieldStorage.Date => new RecordColumn(name, ColumnKind.Date),
            FieldStorage.YesNo => new RecordColumn(name, ColumnKind.YesNo),
            FieldStorage.Link link => new RecordColumn(name, ColumnKind.Link) { Target = TableNames.Of(link.Form) },
            FieldStorage.Person => new RecordColumn(name, ColumnKind.Person),
            _ => null,
        };
    }

    /// <summary>The order of the list and what its views compare: what is asked for again and again.</summary>
    private static HashSet<string> SortedFields(FormDefinition form)
    {
        var names = form.List.Views.SelectMany(view => Compared(view.Filter)).ToHashSet();
        if (form.List.Sort is { } sort)
        {
            names.Add(sort.TrimStart('-'));
        }

        return names;
    }

    private static IEnumerable<string> Compared(Condition condition) => condition.Field is { } field
        ? [field]
        : (condition.All ?? condition.Any ?? []).SelectMany(Compared);

    /// <summary>Links and people have an index of their own; unlimited text takes none.</summary>
    private static bool Sortable(FieldDefinition field) => field.Storage switch
    {
        FieldStorage.Text text => text is { MaxLength: <= 400, Unique: false },
        FieldStorage.Number or FieldStorage.Date or FieldStorage.YesNo => true,
        _ => false,
    };

    private static RecordTable WithRetired(RecordTable table, RecordTable? before)
    {
        var gone = (before?.Columns ?? []).Where(column => table.Column(column.Name) is null).Select(Retire).ToList();
        return gone.Count == 0
            ? table
            : table with { Columns = [.. table.Columns.Concat(gone).OrderBy(column => column.Name, StringComparer.Ordinal)] };
    }

    private static RecordColumn Retire(RecordColumn column) => column with { Retired = true, Unique = false, Sorted = false };
}
