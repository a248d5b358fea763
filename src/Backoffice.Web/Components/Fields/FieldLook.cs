using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>How the values of a field type are laid out: which side, how wide, whether a total makes sense.</summary>
public static class FieldLook
{
    /// <summary>Whether values stand right, with tabular figures.</summary>
    public static bool IsNumber(FieldDefinition field) => field is NumberField or MoneyField or PercentField;

    /// <summary>Whether digits stand below each other but on the left.</summary>
    public static bool IsTabular(FieldDefinition field) => field is DateField or AutoNumberField;

    /// <summary>Whether the field takes the whole width of a section.</summary>
    public static bool IsWide(FieldDefinition field) => field is LongTextField or FileField or TableField;

    /// <summary>Amounts that a formula computes for a row add up to something; a unit price or a percentage does not.</summary>
    public static bool HasTotal(FieldDefinition column) => column is MoneyField { IsComputed: true };

    public static decimal Total(IReadOnlyList<RecordRow> rows, FieldDefinition column) => rows.Sum(row => row[column.Name] as decimal? ?? 0m);

    /// <summary>Width of a column in pixels; null takes what is left.</summary>
    public static int? Width(FieldDefinition field) => field switch
    {
        AutoNumberField => 128,
        NumberField => 88,
        PercentField => 88,
        MoneyField => 120,
        DateField => 100,
        YesNoField => 80,
        ChoiceField { Choices: var choices } => choices.Any(choice => choice.Pill is not null) ? 136 : 96,
        PersonField => 132,
        _ => null,
    };

    /// <summary>The one currency of all amounts of a column; null where the form has none.</summary>
    public static string? Currency(FieldDefinition field, Record record) =>
        field is MoneyField { CurrencyField: { } name } ? record[name] as string : null;

    /// <summary>The class of a cell or value.</summary>
    public static string? Class(FieldDefinition field) => IsNumber(field) ? "num" : IsTabular(field) ? "tn" : null;

    /// <summary>Fields of a section that the form has, in order.</summary>
    public static IEnumerable<FieldDefinition> FieldsOf(FormDefinition form, FormSection section) =>
        section.Fields.Select(form.Field).OfType<FieldDefinition>();

    /// <summary>Bytes as people say them: "1.2 MB", "84 KB". Megabytes of 1,000,000 bytes.</summary>
    public static string Size(long bytes, System.Globalization.CultureInfo culture) => bytes switch
    {
        < 1_000 => bytes.ToString("N0", culture) + " B",
        < 1_000_000 => (bytes / 1_000m).ToString("N0", culture) + " KB",
        _ => (bytes / 1_000_000m).ToString("N1", culture) + " MB",
    };
}
