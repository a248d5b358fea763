using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>An amount of money. Its currency is a field of the same record.</summary>
public sealed record MoneyField : FieldDefinition
{
    /// <summary>Digits after the point, 0 to 4; 2 where not given.</summary>
    [JsonPropertyOrder(1)]
    public int Scale { get; init; } = 2;

    /// <summary>Least amount allowed; no limit where not given.</summary>
    [JsonPropertyOrder(2)]
    public decimal? Min { get; init; }

    /// <summary>Name of the choice field of the record that holds the ISO currency code; none where amounts have no currency of their own.</summary>
    [JsonPropertyOrder(3)]
    public string? CurrencyField { get; init; }

    public override FieldStorage Storage => new FieldStorage.Number(this.Scale);

    public override ParsedValue Parse(JsonElement json) => NumberValue.Parse(this, json, this.Scale, this.Wrong);

    public override IEnumerable<Problem> Check(object value) => NumberRange.Check(this, (decimal)value, this.Min, max: null);

    /// <summary>With the sign of the currency where the format names one, with a true minus.</summary>
    public override string Format(object? value, FieldFormat format) =>
        value is decimal amount ? Write(amount, this.Scale, format.Currency, format.Culture) : string.Empty;

    /// <summary><c>¥1,284.00</c>, <c>−$12.50</c>, <c>CHF 3.00</c>, or without currency <c>1,284.00</c>.</summary>
    public static string Write(decimal amount, int scale, string? currency, CultureInfo culture)
    {
        var digits = Math.Abs(amount).ToString("N" + scale.ToString(CultureInfo.InvariantCulture), culture);
        var sign = currency switch
        {
            null => string.Empty,
            "CNY" => "¥",
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "TWD" => "NT$",
            "HKD" => "HK$",
            _ => currency + " ",
        };
        return (amount < 0 ? "−" : string.Empty) + sign + digits;
    }
}
