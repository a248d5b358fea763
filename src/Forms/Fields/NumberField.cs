using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>An exact number: a quantity, a count, a measure.</summary>
public sealed record NumberField : FieldDefinition
{
    /// <summary>Digits after the point, 0 to 6; whole numbers where not given.</summary>
    [JsonPropertyOrder(1)]
    public int Scale { get; init; }

    /// <summary>Least value allowed; no limit where not given.</summary>
    [JsonPropertyOrder(2)]
    public decimal? Min { get; init; }

    /// <summary>Greatest value allowed; no limit where not given.</summary>
    [JsonPropertyOrder(3)]
    public decimal? Max { get; init; }

    public override FieldStorage Storage => new FieldStorage.Number(this.Scale);

    public override ParsedValue Parse(JsonElement json) => NumberValue.Parse(this, json, this.Scale, this.Wrong);

    public override IEnumerable<Problem> Check(object value) => NumberRange.Check(this, (decimal)value, this.Min, this.Max);

    /// <summary>No more digits than the number has: 14, not 14.00.</summary>
    public override string Format(object? value, FieldFormat format) =>
        value is decimal number ? number.ToString("#,0." + new string('#', this.Scale), format.Culture) : string.Empty;
}
