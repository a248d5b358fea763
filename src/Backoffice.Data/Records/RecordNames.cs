using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>Which other records and which people records name, in fields and sub-tables.</summary>
internal static class RecordNames
{
    /// <summary>Ids by the form they belong to; null is the directory.</summary>
    internal static ILookup<string?, Guid> Of(FormDefinition form, IEnumerable<Record> records, bool withRows) =>
        records.SelectMany(record => Ids(form, record, withRows)).Distinct().ToLookup(named => named.Form, named => named.Id, StringComparer.Ordinal);

    private static IEnumerable<(string? Form, Guid Id)> Ids(FormDefinition form, Record record, bool withRows) => form.Fields.SelectMany(field => field switch
    {
        TableField when !withRows => [],
        TableField table => record.Rows(table.Name).SelectMany(row => table.Columns.SelectMany(column => Ids(column, row[column.Name]))),
        _ => Ids(field, record[field.Name]),
    });

    private static IEnumerable<(string? Form, Guid Id)> Ids(FieldDefinition field, object? value) => (field, value) switch
    {
        (LinkField link, Guid id) => [(link.Form, id)],
        (PersonField, Guid id) => [(null, id)],
        _ => [],
    };
}
