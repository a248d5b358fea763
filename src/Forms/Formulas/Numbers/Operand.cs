using Jint.Native;
using Jint.Native.Date;
using Jint.Runtime;

namespace Forms.Formulas.Numbers;

/// <summary>What a JavaScript value is as a number.</summary>
internal static class Operand
{
    /// <summary>2^53: whole numbers up to here are exact as doubles.</summary>
    public const double MaxExact = 9007199254740992;

    /// <inheritdoc cref="MaxExact"/>
    public const decimal MaxExactDecimal = 9007199254740992m;

    public static DecimalObject? Decimal(JsValue value) => value.IsObject() ? value.AsObject() as DecimalObject : null;

    /// <summary>typeof is 'number'.</summary>
    public static bool IsNumber(JsValue value) => value.IsNumber() || Decimal(value) is not null;

    /// <summary>A double that is a whole number within 2^53: where double arithmetic is exact.</summary>
    public static bool IsSmallWhole(JsValue value, out double number)
    {
        number = value.IsNumber() ? value.AsNumber() : double.NaN;
        return Math.Abs(number) <= MaxExact && Math.Floor(number) == number;
    }

    /// <summary>The exact number, or NaN/infinity (then <paramref name="special"/>), as JavaScript converts it.</summary>
    /// <returns>false when the value is not a finite number.</returns>
    public static bool TryConvert(JsValue value, out decimal number, out double special)
    {
        special = double.NaN;
        number = 0;
        switch (value.Type)
        {
            case Types.Number:
                special = value.AsNumber();
                return double.IsFinite(special) && NumberText.TryFromDouble(special, out number);
            case Types.Boolean:
                number = value.AsBoolean() ? 1 : 0;
                return true;
            case Types.Null:
                return true;
            case Types.String:
                return TryConvert(value.AsString(), out number, out special);
            case Types.Object:
                return TryConvertObject(value, out number, out special);
            default:
                return false;
        }
    }

    /// <summary>The number an operator works on.</summary>
    /// <exception cref="FormulaException">The value is no finite number.</exception>
    public static decimal Require(JsValue value, string where)
    {
        if (TryConvert(value, out var number, out var special))
        {
            return number;
        }

        if (double.IsInfinity(special))
        {
            throw new FormulaException(FormulaErrorCodes.Overflow, $"Infinity cannot be used with {where}.");
        }

        throw new FormulaException(FormulaErrorCodes.Type, $"{Describe(value)} cannot be used as a number with {where}.");
    }

    public static string Describe(JsValue value) => value.Type switch
    {
        Types.Undefined => "An empty value (undefined)",
        Types.Null => "An empty value (null)",
        Types.String => $"The text '{Shorten(value.AsString())}'",
        Types.Number => "A value that is not a number (NaN)",
        Types.Boolean => "true or false",
        _ when value.IsArray() => "A list",
        _ when value.TryCast<ICallable>() is not null => "A function",
        _ => "An object",
    };

    private static bool TryConvert(string text, out decimal number, out double special)
    {
        text = text.Trim();
        number = 0;
        special = text switch { "Infinity" or "+Infinity" => double.PositiveInfinity, "-Infinity" => double.NegativeInfinity, _ => double.NaN };
        return text.Length == 0 || (!text.StartsWith("0x-", StringComparison.Ordinal) && IsNumeric(text) && NumberText.TryParseLiteral(text, out number));
    }

    private static bool IsNumeric(string text) =>
        NumberText.LeadingNumber(text).Length == text.Length
        || (text.Length > 2 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && text.AsSpan(2).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0);

    private static bool TryConvertObject(JsValue value, out decimal number, out double special)
    {
        special = double.NaN;
        if (Decimal(value) is { } exact)
        {
            number = exact.Value;
            return true;
        }

        number = 0;
        if (value.AsObject() is DateInstance date)
        {
            special = date.PrimitiveValue;
            return double.IsFinite(special) && NumberText.TryFromDouble(special, out number);
        }

        var primitive = TypeConverter.ToPrimitive(value, Types.Number);
        return (!primitive.IsObject() || Decimal(primitive) is not null) && TryConvert(primitive, out number, out special);
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : string.Concat(text.AsSpan(0, 27), "...");
}
