using System.Globalization;
using Backoffice.Data.Definitions;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Directory;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Data.Workflows;

/// <summary>The fields of a record as people read them, with titles of linked records and names of people.</summary>
internal sealed class RecordTexts(PublishedDefinitions definitions, RecordStore store)
{
    /// <summary>Text by field name, sub-tables and files left out.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> FormatAsync(FormDefinition form, Record record, CultureInfo culture, CompanyDirectory directory, CancellationToken ct)
    {
        var titles = new Dictionary<Guid, string>();
        foreach (var link in form.Fields.OfType<LinkField>())
        {
            if (record[link.Name] is Guid id)
            {
                foreach (var (linked, title) in await store.TitlesAsync(link.Form, [id], ct))
                {
                    titles[linked] = title;
                }
            }
        }

        return form.Fields.Where(field => field is not (TableField or FileField)).ToDictionary(
            field => field.Name,
            field => field.Format(record[field.Name], this.FormatOf(form, field, record, culture, directory, titles)),
            StringComparer.Ordinal);
    }

    private FieldFormat FormatOf(FormDefinition form, FieldDefinition field, Record record, CultureInfo culture, CompanyDirectory directory, Dictionary<Guid, string> titles) =>
        new(culture, definitions.Current.Labels, $"forms/{form.Key}/fields/{field.Name}", id => titles.GetValueOrDefault(id) ?? directory.Person(id)?.Name)
        {
            Currency = field is MoneyField { CurrencyField: { } currency } ? record[currency] as string : null,
        };
}
