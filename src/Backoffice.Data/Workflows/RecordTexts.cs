using System.Globalization;
using Backoffice.Data.Definitions;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Data.Workflows;

/// <summary>The fields of a record as people read them, with titles of linked records and names of people.</summary>
internal sealed class RecordTexts(PublishedDefinitions definitions, RecordStore store)
{
    /// <summary>Text by field name, sub-tables and files left out.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> FormatAsync(FormDefinition form, Record record, CultureInfo culture, CancellationToken ct)
    {
        var names = await store.NamesAsync(form, [record], ct, withRows: false);
        return form.Fields.Where(field => field is not (TableField or FileField)).ToDictionary(
            field => field.Name,
            field => field.Format(record[field.Name], this.FormatOf(form, field, record, culture, names)),
            StringComparer.Ordinal);
    }

    private FieldFormat FormatOf(FormDefinition form, FieldDefinition field, Record record, CultureInfo culture, IReadOnlyDictionary<Guid, string> names) =>
        new(culture, definitions.Current.Labels, $"forms/{form.Key}/fields/{field.Name}", names.GetValueOrDefault)
        {
            Currency = field is MoneyField { CurrencyField: { } currency } ? record[currency] as string : null,
        };
}
