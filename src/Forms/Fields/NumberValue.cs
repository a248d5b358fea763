using System.Globalization;
using System.Text.Json;

namespace Forms.Fields;

/// <summary>What the number types share: exact decimals, written plainly, within what a column holds.</summary>
internal static class NumberValue
{
    /// <summary>18 digits in all fit a scaled 64-bit integer.</summary>
    internal const int Digits = 18;

    internal static ParsedValue Parse(FieldDefinition field, JsonElement json, int scale, TextValue.WrongValue wrong)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return ParsedValue.Empty;
            case JsonValueKind.Number when json.TryGetDecimal(out var number):
                return Fit(field, number, scale, wrong);
            case JsonValueKind.String:
                var text = json.GetString()!.Trim();
                if (text.Length == 0)
                {
                    return ParsedValue.Empty;
                }

                const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
                return decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var parsed)
                    ? Fit(field, parsed, scale, wrong)
                    : wrong("field.number", $"\"{Shorten(text)}\" is not a number. Write it as 1234.56.", Shorten(text));
            default:
                return wrong("field.number", $"{field.Label} expects a number, but found {TextValue.NameOf(json.ValueKind)}.", TextValue.NameOf(json.ValueKind));
        }
    }

    private static ParsedValue Fit(FieldDefinition field, decimal number, int scale, TextValue.WrongValue wrong)
    {
        if (decimal.Round(number, scale) != number)
        {
            var digits = scale.ToString(CultureInfo.InvariantCulture);
            return wrong("field.number.scale", $"{field.Label} takes at most {digits} digits after the point.", digits);
        }

        var limit = Limit(scale);
        return Math.Abs(number) < limit
            ? ParsedValue.Of(number)
            : wrong("field.number.large", $"{field.Label} must be below {limit.ToString("#,0", CultureInfo.InvariantCulture)}.", limit.ToString("#,0", CultureInfo.InvariantCulture));
    }

    private static decimal Limit(int scale)
    {
        var limit = 1m;
        for (var digit = scale; digit < Digits; digit++)
        {
            limit *= 10;
        }

        return limit;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
