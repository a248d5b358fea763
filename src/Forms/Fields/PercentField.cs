using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>A share, kept as a fraction: 12% is 0.12. Text may say <c>12%</c> or <c>0.12</c>.</summary>
public sealed record PercentField : FieldDefinition
{
    /// <summary>Digits after the point of the fraction, 2 to 6; 4 where not given, so that 12.25% is exact.</summary>
    [JsonPropertyOrder(1)]
    public int Scale { get; init; } = 4;

    /// <summary>Least fraction allowed; no limit where not given.</summary>
    [JsonPropertyOrder(2)]
    public decimal? Min { get; init; }

    /// <summary>Greatest fraction allowed; no limit where not given.</summary>
    [JsonPropertyOrder(3)]
    public decimal? Max { get; init; }

    public override FieldStorage Storage => new FieldStorage.Number(this.Scale);

    public override ParsedValue Parse(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String && json.GetString()!.Trim() is ['.' or '-' or (>= '0' and <= '9'), .., '%'] text)
        {
            return decimal.TryParse(text[..^1].Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
                ? NumberValue.Parse(this, JsonSerializer.SerializeToElement(percent / 100m), this.Scale, this.Wrong)
                : this.Wrong("field.percent", "Write a percentage as 12% or 12.5%.");
        }

        return NumberValue.Parse(this, json, this.Scale, this.Wrong);
    }

    public override IEnumerable<Problem> Check(object value) =>
        NumberRange.Check(this, (decimal)value, this.Min, this.Max, limit => Write(limit, CultureInfo.InvariantCulture));

    public override string Format(object? value, FieldFormat format) =>
        value is decimal fraction ? Write(fraction, format.Culture) : string.Empty;

    private static string Write(decimal fraction, CultureInfo culture) => (fraction * 100m).ToString("0.####", culture) + "%";
}
