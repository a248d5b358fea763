using Forms.Definitions;
using Forms.Fields;

namespace Backoffice.Data.Schema;

/// <summary>A form with the places of its fields in the database.</summary>
internal sealed class RecordLayout
{
    internal RecordLayout(FormDefinition form, RecordModel records)
    {
        this.Form = form;
        this.Table = records.Find(TableNames.Of(form.Key)) ?? throw new InvalidOperationException($"The form \"{form.Key}\" has no table; it was never published.");
        this.Columns = Bind(form.Fields, this.Table);
        this.SubTables =
        [
            .. form.Fields.OfType<TableField>().Select(field =>
            {
                var table = records.Find(TableNames.Of(form.Key, field.Id))!;
                return new SubTableLayout(field, table, Bind(field.Columns, table));
            }),
        ];
        this.FileFields = [.. form.Fields.OfType<FileField>()];
    }

    internal FormDefinition Form { get; }

    internal RecordTable Table { get; }

    /// <summary>Fields kept as columns.</summary>
    internal IReadOnlyList<ColumnBinding> Columns { get; }

    internal IReadOnlyList<SubTableLayout> SubTables { get; }

    internal IReadOnlyList<FileField> FileFields { get; }

    internal ColumnBinding? Column(string name) => this.Columns.FirstOrDefault(binding => binding.Field.Name == name);

    internal SubTableLayout? SubTable(string name) => this.SubTables.FirstOrDefault(table => table.Field.Name == name);

    private static IReadOnlyList<ColumnBinding> Bind(IReadOnlyList<FieldDefinition> fields, RecordTable table) =>
    [
        .. fields
            .Select(field => table.Column(TableNames.Column(field.Id)) is { } column ? new ColumnBinding(field, column) : null)
            .OfType<ColumnBinding>(),
    ];
}

/// <summary>A field and its column.</summary>
internal sealed record ColumnBinding(FieldDefinition Field, RecordColumn Column)
{
    internal string Name => this.Column.Name;
}

/// <summary>A sub-table and its table.</summary>
internal sealed record SubTableLayout(TableField Field, RecordTable Table, IReadOnlyList<ColumnBinding> Columns);
