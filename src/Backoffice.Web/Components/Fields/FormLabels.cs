using System.Globalization;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>The words of one form in one language, and its values as people read them.</summary>
public sealed class FormLabels(FormDefinition form, LabelCatalog labels, CultureInfo culture)
{
    public FormDefinition Form { get; } = form;

    public CultureInfo Culture { get; } = culture;

    public string One => this.Find(string.Empty) ?? this.Form.Label;

    public string Many => this.Find("/plural") ?? this.Form.Plural;

    public string Section(FormSection section) => this.Find("/sections/" + section.Id) ?? section.Label;

    public string View(ListView view) => this.Find("/views/" + view.Id) ?? view.Label;

    public string Rule(ValidationRule rule) => this.Find("/rules/" + rule.Id) ?? rule.Message;

    public string Of(FieldDefinition field, TableField? table = null) => labels.Find(this.PathOf(field, table), this.Culture) ?? field.Label;

    public string? Hint(FieldDefinition field, TableField? table = null) =>
        field.Hint is null ? null : labels.Find(this.PathOf(field, table) + "/hint", this.Culture) ?? field.Hint;

    /// <summary>The label of a place: "Amount", or "Lines, row 2, Quantity" with words for row from the caller.</summary>
    public string Of(FieldPlace place, Record record, Func<int, string> row)
    {
        if (place.Table is null)
        {
            return this.Form.Field(place.Field) is { } field ? this.Of(field) : place.Field;
        }

        var table = (TableField)this.Form.Field(place.Table)!;
        var column = table.Columns.First(column => column.Name == place.Field);
        var index = record.Rows(table.Name).ToList().FindIndex(candidate => candidate.Id == place.Row);
        return $"{this.Of(table)}, {row(index + 1)}, {this.Of(column, table)}";
    }

    public string Choice(ChoiceField field, Choice choice, TableField? table = null) =>
        labels.Find($"{this.PathOf(field, table)}/{choice.Value}", this.Culture) ?? choice.Label;

    /// <summary>How the values of a field are written. The currency is that of the record, where amounts have one.</summary>
    public FieldFormat Format(FieldDefinition field, TableField? table, Record? record, Func<Guid, string?> titleOf) =>
        new(this.Culture, labels, this.PathOf(field, table), titleOf) { Currency = CurrencyOf(field, record) };

    public string Write(FieldDefinition field, object? value, Record? record, Func<Guid, string?> titleOf, TableField? table = null) =>
        field.Format(value, this.Format(field, table, record, titleOf));

    private static string? CurrencyOf(FieldDefinition field, Record? record) =>
        field is MoneyField { CurrencyField: { } name } ? record?[name] as string : null;

    private string PathOf(FieldDefinition field, TableField? table) =>
        table is null ? $"forms/{this.Form.Key}/fields/{field.Id}" : $"forms/{this.Form.Key}/fields/{table.Id}/{field.Id}";

    private string? Find(string rest) => labels.Find($"forms/{this.Form.Key}{rest}", this.Culture);
}
