using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.Fields;

/// <summary>A link to a record of another form: a foreign key.</summary>
public sealed record LinkField : FieldDefinition
{
    /// <summary>Key of the form linked to.</summary>
    [JsonPropertyOrder(1)]
    public required string Form { get; init; }

    /// <summary>
    /// Fields of this record filled from the chosen record when the link is set by a person, by name:
    /// <c>{ "listPrice": "unitPrice" }</c>. None when absent.
    /// </summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyDictionary<string, string>? Fill { get; init; }

    public override FieldStorage Storage => new FieldStorage.Link(this.Form);

    public override ParsedValue Parse(JsonElement json) => IdValue.Parse(this, json, this.Wrong);

    public override string Format(object? value, FieldFormat format) => value is Guid id ? format.TitleOf(id) ?? string.Empty : string.Empty;
}
