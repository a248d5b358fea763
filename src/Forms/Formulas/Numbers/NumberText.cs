using System.Globalization;

namespace Forms.Formulas.Numbers;

/// <summary>Decimals as text, exactly.</summary>
internal static class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Digits without exponent and without zeros at the end.</summary>
    public static string Write(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A number as a person or another program writes it: 12, -3.50, .5, 1e3. No blanks inside.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out value);

    /// <summary>A numeric literal of JavaScript, hexadecimal included.</summary>
    public static bool TryParseLiteral(string raw, out decimal value)
    {
        if (raw.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return TryParseHex(raw.AsSpan(2), out value);
        }

        return TryParse(raw, out value);
    }

    /// <summary>The longest start of <paramref name="text"/> that is a number, as parseFloat takes it; empty when none.</summary>
    public static ReadOnlySpan<char> LeadingNumber(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var digits = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            digits++;
        }

        if (at < text.Length && text[at] == '.')
        {
            var point = at++;
            for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
                digits++;
            }

            at = digits == 0 ? point : at;
        }

        return digits == 0 ? [] : text[..Exponent(text, at)];
    }

    /// <summary>The decimal that a double shows as: 0.1 for 0.1, not its binary neighbour.</summary>
    public static bool TryFromDouble(double value, out decimal result)
    {
        if (Math.Abs(value) <= Operand.MaxExact && Math.Floor(value) == value)
        {
            result = (long)value;
            return true;
        }

        return TryParse(value.ToString("R", CultureInfo.InvariantCulture), out result);
    }

    private static int Exponent(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return at;
        }

        var end = at + 1;
        end += end < text.Length && text[end] is '+' or '-' ? 1 : 0;
        var start = end;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > start ? end : at;
    }

    private static bool TryParseHex(ReadOnlySpan<char> digits, out decimal value)
    {
        value = 0;
        foreach (var c in digits)
        {
            if (value > decimal.MaxValue / 32)
            {
                return false;
            }

            value = (value * 16) + Convert.ToInt32(c.ToString(), 16);
        }

        return true;
    }
}
