using System.Text.Json.Serialization;

namespace Forms.Definitions.Importing;

/// <summary>
/// Where the value of one field comes from. Exactly one of <see cref="Column"/>, <see cref="Text"/> and
/// <see cref="Value"/> gives a text. Then, in this order and each only when given: an empty text ends it (the field is
/// empty); <see cref="Through"/> exchanges the text by another file; <see cref="Values"/> exchanges it by a list;
/// <see cref="Case"/> changes its letters. At last the type of the field reads the text
/// (<see cref="Forms.Fields.FieldDefinition.ParseText"/>), but for two types: a link is the record whose
/// <see cref="By"/> field holds the text, a person is the one with that key (letters' case does not matter). A link or
/// person that is not found is a problem of the row.
/// </summary>
public sealed record ImportField
{
    /// <summary>Name of a field of the form (of a column, within <see cref="ImportRows"/>), or of a person (<see cref="ImportDefinition.PersonFields"/>).</summary>
    [JsonPropertyOrder(0)]
    public required string Field { get; init; }

    /// <summary>Name of a column of the file.</summary>
    [JsonPropertyOrder(1)]
    public string? Column { get; init; }

    /// <summary>
    /// Text with columns of the file in braces: <c>Order {orderID}</c>. An empty cell gives nothing in its place; the
    /// whole is trimmed. No other signs have a meaning.
    /// </summary>
    [JsonPropertyOrder(2)]
    public string? Text { get; init; }

    /// <summary>The same for every row, written as text: <c>sale</c>, <c>2026-12-31</c>, <c>0.1</c>.</summary>
    [JsonPropertyOrder(3)]
    public string? Value { get; init; }

    /// <summary>Exchanges the text by a row of another file; as it is when absent.</summary>
    [JsonPropertyOrder(4)]
    public ImportThrough? Through { get; init; }

    /// <summary>Exchanges the text: what it is → what it becomes. Compared exactly. As it is when absent.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>
    /// What a text not listed in <see cref="Values"/> becomes; an empty string leaves the field empty. When absent, such
    /// a text is a problem of the row. Only with <see cref="Values"/>.
    /// </summary>
    [JsonPropertyOrder(6)]
    public string? Otherwise { get; init; }

    /// <summary>Letters changed, by the invariant culture; as they are when absent.</summary>
    [JsonPropertyOrder(7)]
    public LetterCase? Case { get; init; }

    /// <summary>For a link only, and needed there: name of the unique field of the linked form that the text is compared with.</summary>
    [JsonPropertyOrder(8)]
    public string? By { get; init; }
}

/// <summary>How letters are changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LetterCase>))]
public enum LetterCase
{
    [JsonStringEnumMemberName("lower")] Lower,
    [JsonStringEnumMemberName("upper")] Upper,
}
