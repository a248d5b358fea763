using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>Text of several lines.</summary>
public sealed record LongTextField : FieldDefinition
{
    /// <summary>In UTF-16 units; 20,000 where not given.</summary>
    [JsonPropertyOrder(1)]
    public int MaxLength { get; init; } = 20_000;

    public override FieldStorage Storage => new FieldStorage.Text(MaxLength: null);

    public override ParsedValue Parse(JsonElement json) => TextValue.Parse(this, json, this.Wrong);

    public override IEnumerable<Problem> Check(object value) => TextValue.CheckLength(this, value, this.MaxLength);

    public override string Format(object? value, FieldFormat format) => value as string ?? string.Empty;
}
