using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>One line of text.</summary>
public sealed record TextField : FieldDefinition
{
    /// <summary>In UTF-16 units; 200 where not given, at most 4000.</summary>
    [JsonPropertyOrder(1)]
    public int MaxLength { get; init; } = 200;

    /// <summary>Whether two records may not hold the same text.</summary>
    [JsonPropertyOrder(2)]
    public bool Unique { get; init; }

    public override FieldStorage Storage => new FieldStorage.Text(this.MaxLength, this.Unique);

    public override ParsedValue Parse(JsonElement json) => TextValue.Parse(this, json, this.Wrong);

    public override IEnumerable<Problem> Check(object value) => TextValue.CheckLength(this, value, this.MaxLength);

    public override string Format(object? value, FieldFormat format) => value as string ?? string.Empty;
}
