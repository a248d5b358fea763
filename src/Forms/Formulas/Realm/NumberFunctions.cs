using System.Globalization;
using Forms.Formulas.Numbers;
using Jint.Native;
using Jint.Native.Function;
using Jint.Runtime;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Realm;

/// <summary>Number, parseFloat, parseInt, isNaN, isFinite, and the methods of numbers.</summary>
internal static class NumberFunctions
{
    public static void Install(FormulaRealm realm, Dictionary<string, JsValue> globals)
    {
        var number = realm.Function((_, a) => a.Length == 0 ? 0d : realm.Operators.ToNumber(a[0]), 1);
        foreach (var name in new[] { "MAX_VALUE", "MIN_VALUE", "NaN", "NEGATIVE_INFINITY", "POSITIVE_INFINITY" })
        {
            number.AsObject().FastAddProperty(name, realm.Engine.Number.Get(name), false, false, false);
        }

        var nativeParse = (FunctionInstance)realm.Engine.Global.Get("parseInt").AsObject();
        globals["Number"] = number;
        globals["parseFloat"] = realm.Function((_, a) => ParseFloat(realm, At(a, 0)), 1);
        globals["parseInt"] = realm.Function((_, a) => ParseInt(realm, nativeParse, a), 2);
        globals["isNaN"] = realm.Function((_, a) => !Operand.TryConvert(At(a, 0), out var _, out var special) && double.IsNaN(special), 1);
        globals["isFinite"] = realm.Function((_, a) => Operand.TryConvert(At(a, 0), out var _, out var _), 1);
        Methods(realm, number);
    }

    private static void Methods(FormulaRealm realm, JsValue number)
    {
        var prototype = realm.Engine.Number.PrototypeObject;
        prototype.FastAddProperty("constructor", number, true, false, true);
        Define(realm, prototype, "valueOf", (self, _) => self, 0);
        Define(realm, prototype, "toFixed", (self, a) => ToFixed(self, At(a, 0)), 1);
        Define(realm, prototype, "toPrecision", (self, a) => ToPrecision(realm, self, At(a, 0)), 1);
        Define(realm, prototype, "toLocaleString", (self, _) =>
            Operand.Require(self, "toLocaleString").ToString("#,##0.###", CultureInfo.InvariantCulture), 0);
        Wrap(realm, prototype, "toString", (self, a, inner) =>
            Operand.Decimal(self) is not { } value ? inner()
            : At(a, 0).IsUndefined() || TypeConverter.ToInteger(a[0]) == 10 ? NumberText.Write(value.Value)
            : throw new FormulaException(FormulaErrorCodes.Type, "Only whole numbers up to 9007199254740992 can be written in another base."));
        Wrap(realm, prototype, "toExponential", (self, a, inner) => Operand.Decimal(self) is { } value
            ? ((FunctionInstance)prototype.Get("toExponential").AsObject()).Call((double)value.Value, a)
            : inner());
    }

    private static JsValue ToFixed(JsValue self, JsValue digits)
    {
        var scale = Scale(digits, "toFixed", 0);
        if (self.IsNumber() && !double.IsFinite(self.AsNumber()))
        {
            return TypeConverter.ToString(self);
        }

        var rounded = Rounding.Round(Operand.Require(self, "toFixed"), scale, RoundingMode.HalfUp);
        return (rounded == 0 ? 0m : rounded).ToString("F" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static JsValue ToPrecision(FormulaRealm realm, JsValue self, JsValue digits)
    {
        var value = Operand.Require(self, "toPrecision");
        if (digits.IsUndefined() || value == 0)
        {
            return TypeConverter.ToString(realm.Number(value));
        }

        var places = Scale(digits, "toPrecision", 1) - 1 - (int)Math.Floor(Math.Log10((double)Math.Abs(value)));
        var rounded = Rounding.Round(value, places, RoundingMode.HalfUp);
        return rounded.ToString("F" + Math.Max(places, 0).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static int Scale(JsValue digits, string where, int least)
    {
        var scale = digits.IsUndefined() ? 0 : Operand.Require(digits, where);
        return scale >= least && scale <= Rounding.MaxScale
            ? (int)scale
            : throw new FormulaException(FormulaErrorCodes.Type, $"{where} takes {least} to {Rounding.MaxScale} digits.");
    }

    private static JsValue ParseFloat(FormulaRealm realm, JsValue value)
    {
        if (Operand.IsNumber(value))
        {
            return value;
        }

        var text = TypeConverter.ToString(value).AsSpan().Trim();
        var digits = NumberText.LeadingNumber(text);
        return digits.Length > 0 && NumberText.TryParse(digits, out var number) ? realm.Number(number)
            : text.StartsWith("Infinity", StringComparison.Ordinal) ? double.PositiveInfinity
            : text.StartsWith("-Infinity", StringComparison.Ordinal) ? double.NegativeInfinity
            : double.NaN;
    }

    private static JsValue ParseInt(FormulaRealm realm, FunctionInstance native, JsValue[] a)
    {
        var radix = At(a, 1).IsUndefined() ? 0 : TypeConverter.ToInt32(a[1]);
        var text = TypeConverter.ToString(At(a, 0)).Trim();
        var digits = text.AsSpan(text.StartsWith('-') || text.StartsWith('+') ? 1 : 0);
        if (radix is not (0 or 10) || digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return native.Call(JsValue.Undefined, [text, (double)radix]);
        }

        var end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? digits : digits[..end];
        return digits.Length > 0 && NumberText.TryParse(digits, out var number)
            ? realm.Number(text.StartsWith('-') ? -number : number)
            : double.NaN;
    }
}
