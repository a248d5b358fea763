using System.Globalization;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Reports.Print;

/// <summary>Turns a <see cref="PrintModel"/> into the nested names and texts a template reads. Only texts, numbers, lists and dictionaries.</summary>
internal sealed class PrintValues(PrintModel model, CultureInfo culture)
{
    private readonly string labels = $"forms/{model.Form.Key}/fields";

    internal Dictionary<string, object?> Root()
    {
        var root = this.Fields(model.Form.Fields, model.Record.Values, this.labels);
        root[PrintNames.Label] = this.Labels(model.Form.Fields, this.labels);
        root[PrintNames.Trail] = model.Trail.Select(this.Signature).ToList();
        root[PrintNames.Print] = new Dictionary<string, object?>
        {
            ["company"] = model.Company,
            ["at"] = this.Time(model.PrintedAt),
            ["by"] = model.PrintedBy,
            ["language"] = culture.Name,
        };
        return root;
    }

    private Dictionary<string, object?> Fields(IReadOnlyList<FieldDefinition> fields, Dictionary<string, object?> values, string path)
    {
        var shown = new Dictionary<string, object?>(StringComparer.Ordinal);
        var raw = new Dictionary<string, object?>(StringComparer.Ordinal);
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var value = values.GetValueOrDefault(field.Name);
            if (field is TableField table)
            {
                shown[field.Name] = this.Rows(table, value as IReadOnlyList<RecordRow> ?? [], $"{path}/{field.Name}");
                continue;
            }

            var format = new FieldFormat(culture, model.Labels, $"{path}/{field.Name}", model.TitleOf);
            raw[field.Name] = value;
            plain[field.Name] = field.Format(value, format);
            shown[field.Name] = field is MoneyField money ? field.Format(value, format with { Currency = this.CurrencyOf(money) }) : plain[field.Name];
        }

        shown[PrintNames.Raw] = raw;
        shown[PrintNames.Plain] = plain;
        return shown;
    }

    private List<Dictionary<string, object?>> Rows(TableField table, IReadOnlyList<RecordRow> rows, string path)
    {
        var shown = new List<Dictionary<string, object?>>(rows.Count);
        foreach (var row in rows)
        {
            var values = this.Fields(table.Columns, row.Values, path);
            values.TryAdd(PrintNames.Row, (shown.Count + 1).ToString(CultureInfo.InvariantCulture));
            shown.Add(values);
        }

        return shown;
    }

    private Dictionary<string, object?> Labels(IReadOnlyList<FieldDefinition> fields, string path) => fields.ToDictionary(
        field => field.Name,
        field =>
        {
            var label = model.Labels.Find($"{path}/{field.Name}", culture) ?? field.Label;
            return field is TableField table ? (object?)new TableLabel(label, this.Labels(table.Columns, $"{path}/{field.Name}")) : label;
        },
        StringComparer.Ordinal);

    private string? CurrencyOf(MoneyField money) =>
        money.CurrencyField is { } field ? model.Record[field] as string : model.Currency;

    private Dictionary<string, object?> Signature(PrintSignature signature) => new(StringComparer.Ordinal)
    {
        ["name"] = signature.Name,
        ["step"] = signature.Step,
        ["act"] = signature.Act,
        ["at"] = this.Time(signature.At),
        ["comment"] = signature.Comment,
        ["for"] = signature.For,
    };

    private string Time(DateTimeOffset time) =>
        (model.Zone is { } zone ? TimeZoneInfo.ConvertTime(time, zone) : time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
