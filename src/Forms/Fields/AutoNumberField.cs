using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.Fields;

/// <summary>A number given once, when the record is first saved: <c>CT-2026-0001</c>.</summary>
public sealed record AutoNumberField : FieldDefinition
{
    /// <summary>
    /// Text with <c>{yyyy}</c>, <c>{yy}</c>, <c>{MM}</c>, <c>{dd}</c> and one run of zeros in braces for the counter
    /// (<c>{0000}</c>). The counter starts again whenever the rest of the text changes.
    /// </summary>
    [JsonPropertyOrder(1)]
    public required string Pattern { get; init; }

    public override FieldStorage Storage => new FieldStorage.Text(MaxLength: 60, Unique: true);

    public override ParsedValue Parse(JsonElement json) => TextValue.Parse(this, json, this.Wrong);

    public override string Format(object? value, FieldFormat format) => value as string ?? string.Empty;
}
