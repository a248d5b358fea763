using Backoffice.Web.Localization;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>The words of one form in the language of the person, and its values as people read them.</summary>
/// <param name="form">The form.</param>
/// <param name="labels">Of all definitions.</param>
/// <param name="titleOf">Title of a linked record or name of a person; null while unknown.</param>
public sealed class FormLabels(FormDefinition form, Labels labels, Func<Guid, string?> titleOf)
{
    public FormDefinition Form { get; } = form;

    public string One => labels.Form(this.Form);

    public string Many => labels.Plural(this.Form);

    /// <summary>As inside a sentence: "New contract".</summary>
    public string OneInside => Inside(this.One);

    /// <summary>As inside a sentence: "7 contracts".</summary>
    public string ManyInside => Inside(this.Many);

    public string Section(FormSection section) => labels.Section(this.Form, section);

    public string View(ListView view) => labels.View(this.Form, view);

    public string Of(FieldDefinition field, TableField? table = null) =>
        table is null ? labels.Field(this.Form, field) : labels.Column(this.Form, table, field);

    /// <summary>The label of a field by name; the name where the form has it no longer.</summary>
    public string Of(string field) => this.Form.Field(field) is { } found ? this.Of(found) : field;

    public string? Hint(FieldDefinition field, TableField? table = null) => labels.Hint(this.Form, field, table);

    /// <summary>Problems with the messages of the form's rules in the language of the person.</summary>
    public IReadOnlyList<Problem> Translate(IReadOnlyList<Problem> problems) =>
    [
        .. problems.Select(problem => problem is { Code: "form.rule", Arguments: [var rule, ..] }
            ? problem with { Message = labels.Rule(this.Form, rule, problem.Message) }
            : problem),
    ];

    /// <summary>The label of a place: "Amount", or "Lines, row 2, Quantity" with the words for the row from the caller.</summary>
    public string Of(FieldPlace place, Record record, Func<int, string> row)
    {
        if (place.Table is null || this.Form.Field(place.Table) is not TableField table)
        {
            return this.Of(place.Field);
        }

        var index = record.Rows(table.Name).ToList().FindIndex(candidate => candidate.Id == place.Row);
        var column = table.Columns.FirstOrDefault(candidate => candidate.Name == place.Field);
        return string.Join(", ", this.Of(table), row(index + 1), column is null ? place.Field : this.Of(column, table));
    }

    public string Choice(ChoiceField field, Choice choice, TableField? table = null) =>
        field.Format(choice.Value, this.Format(field, table, record: null));

    /// <summary>How the values of a field are written. The currency is that of the record, where amounts have one.</summary>
    public FieldFormat Format(FieldDefinition field, TableField? table, Record? record)
    {
        var format = labels.Format(this.Form, table ?? field, titleOf);
        return format with
        {
            LabelPath = table is null ? format.LabelPath : $"{format.LabelPath}/{field.Name}",
            Currency = field is MoneyField { CurrencyField: { } name } ? record?[name] as string : null,
        };
    }

    /// <summary>A value as people read it; empty when it is.</summary>
    public string Write(FieldDefinition field, object? value, Record? record, TableField? table = null) =>
        field.Format(value, this.Format(field, table, record));

    /// <summary>An amount of a column whose head already names the currency.</summary>
    public string WriteBare(FieldDefinition field, object? value, TableField? table = null) =>
        field.Format(value, this.Format(field, table, record: null));

    /// <summary>Sentence case: a word begins small inside a sentence, an abbreviation stays.</summary>
    private static string Inside(string label) =>
        label is [var first, >= 'a' and <= 'z', ..] && char.IsAsciiLetterUpper(first) ? char.ToLowerInvariant(first) + label[1..] : label;

    /// <summary>The sign of a currency for a head: "¥".</summary>
    public static string Sign(string currency) =>
        MoneyField.Write(0, 0, currency, System.Globalization.CultureInfo.InvariantCulture).TrimEnd('0', ' ');
}
