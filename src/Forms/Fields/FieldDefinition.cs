using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>
/// A field of a form or a column of a sub-table, as an administrator designed it. One derived type and one file
/// per field type; to add a type, copy a file, add it to the list below and give it an editor
/// (docs/how-to/add-a-field-type.md).
/// Values in memory: text, choices and numbers from a pattern are <see cref="string"/>; all numbers are
/// <see cref="decimal"/>; dates <see cref="DateOnly"/>; yes/no <see cref="bool"/>; links and people
/// <see cref="Guid"/>; sub-tables a list of <see cref="Records.RecordRow"/>; files a list of <see cref="FileReference"/>.
/// An empty field is null, never an empty string.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextField), "text")]
[JsonDerivedType(typeof(LongTextField), "longText")]
[JsonDerivedType(typeof(NumberField), "number")]
[JsonDerivedType(typeof(MoneyField), "money")]
[JsonDerivedType(typeof(PercentField), "percent")]
[JsonDerivedType(typeof(DateField), "date")]
[JsonDerivedType(typeof(YesNoField), "yesNo")]
[JsonDerivedType(typeof(ChoiceField), "choice")]
[JsonDerivedType(typeof(LinkField), "link")]
[JsonDerivedType(typeof(PersonField), "person")]
[JsonDerivedType(typeof(AutoNumberField), "autoNumber")]
[JsonDerivedType(typeof(FileField), "file")]
[JsonDerivedType(typeof(TableField), "table")]
public abstract record FieldDefinition
{
    private readonly string? name;

    /// <summary>Stable for ever: a field renamed keeps its id, so that a rename is not a delete. Letters, digits, dashes.</summary>
    [JsonPropertyOrder(-20)]
    public required string Id { get; init; }

    /// <summary>The name in formulas, conditions, the API and the table: a camelCase identifier. The id where not given.</summary>
    [JsonPropertyOrder(-19)]
    public string Name { get => this.name ?? this.Id; init => this.name = value; }

    /// <summary>What people read, in English; other languages in the pack's labels files.</summary>
    [JsonPropertyOrder(-18)]
    public required string Label { get; init; }

    /// <summary>One short sentence under the control, or none.</summary>
    [JsonPropertyOrder(-17)]
    public string? Hint { get; init; }

    /// <summary>Whether an empty value is refused when the record is saved.</summary>
    [JsonPropertyOrder(-16)]
    public bool Required { get; init; }

    /// <summary>Whether people may read but not write it (a workflow, an import or a formula may).</summary>
    [JsonPropertyOrder(-15)]
    public bool ReadOnly { get; init; }

    /// <summary>
    /// The value of a new record: a string, number or true/false; <c>@me</c> for the current person, <c>@today</c>
    /// for the current date. None when absent.
    /// </summary>
    [JsonPropertyOrder(-14)]
    public JsonElement? Default { get; init; }

    /// <summary>File name of the formula beside form.json that computes this field (<c>total.formula.js</c>); then nobody writes it.</summary>
    [JsonPropertyOrder(-13)]
    public string? Formula { get; init; }

    /// <summary>Whether the value is computed by a formula.</summary>
    [JsonIgnore]
    public bool IsComputed => this.Formula is not null;

    /// <summary>How the value is kept in the table of the form.</summary>
    [JsonIgnore]
    public abstract FieldStorage Storage { get; }

    /// <summary>Reads a value written by a machine (JSON of the API, a default, an import): invariant culture, ISO dates.</summary>
    /// <returns>The value, or a problem whose path is the field's name.</returns>
    public abstract ParsedValue Parse(JsonElement json);

    /// <summary>Reads a value from text in the invariant culture (CSV, a text box): the same rules as <see cref="Parse"/>.</summary>
    public virtual ParsedValue ParseText(string text) => this.Parse(JsonSerializer.SerializeToElement(text));

    /// <summary>What is wrong with a value of the right CLR type; nothing when it is allowed. Empty values are not asked.</summary>
    public virtual IEnumerable<Problem> Check(object value) => [];

    /// <summary>The value as people read it. An empty value is an empty string.</summary>
    public abstract string Format(object? value, FieldFormat format);

    private protected ParsedValue Wrong(string code, string message, params string[] arguments) =>
        ParsedValue.Wrong(new Problem(this.Name, code, message) { Arguments = arguments });
}
