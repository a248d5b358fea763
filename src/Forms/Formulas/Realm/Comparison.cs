using Forms.Formulas.Numbers;
using Jint.Native;
using Jint.Runtime;

namespace Forms.Formulas.Realm;

/// <summary>Equality and order as JavaScript has them, with exact numbers.</summary>
internal static class Comparison
{
    /// <summary>==</summary>
    public static bool AreEqual(JsValue x, JsValue y)
    {
        if (IsEmpty(x) || IsEmpty(y))
        {
            return IsEmpty(x) && IsEmpty(y);
        }

        if (x.Type == y.Type && !x.IsNumber() && !x.IsObject())
        {
            return ExpressionInterpreter.StrictlyEqual(x, y);
        }

        if (IsPlainObject(x) && IsPlainObject(y))
        {
            return ReferenceEquals(x.AsObject(), y.AsObject());
        }

        return Order(Primitive(x), Primitive(y)) == 0;
    }

    /// <summary>===</summary>
    public static bool AreIdentical(JsValue x, JsValue y)
    {
        if (Operand.IsNumber(x) && Operand.IsNumber(y))
        {
            return Order(x, y) == 0;
        }

        return x.Type == y.Type && (x.IsObject() ? ReferenceEquals(x.AsObject(), y.AsObject()) : ExpressionInterpreter.StrictlyEqual(x, y));
    }

    /// <summary>Below zero, zero, above zero; null when the two have no order (NaN), so that every comparison is false.</summary>
    public static int? Compare(JsValue x, JsValue y)
    {
        x = Primitive(x);
        y = Primitive(y);
        return x.IsString() && y.IsString() ? string.CompareOrdinal(x.AsString(), y.AsString()) : Order(x, y);
    }

    private static int? Order(JsValue x, JsValue y)
    {
        if (Operand.IsSmallWhole(x, out var a) && Operand.IsSmallWhole(y, out var b))
        {
            return a.CompareTo(b);
        }

        if (x.IsString() && y.IsString())
        {
            return string.CompareOrdinal(x.AsString(), y.AsString());
        }

        var finiteX = Operand.TryConvert(x, out var left, out var specialX);
        var finiteY = Operand.TryConvert(y, out var right, out var specialY);
        if (finiteX && finiteY)
        {
            return left.CompareTo(right);
        }

        specialX = finiteX ? 0 : specialX;
        specialY = finiteY ? 0 : specialY;
        return double.IsNaN(specialX) || double.IsNaN(specialY) ? null : specialX.CompareTo(specialY);
    }

    private static bool IsEmpty(JsValue value) => value.Type is Types.Undefined or Types.Null;

    private static bool IsPlainObject(JsValue value) => value.IsObject() && Operand.Decimal(value) is null;

    private static JsValue Primitive(JsValue value) => IsPlainObject(value) ? TypeConverter.ToPrimitive(value, Types.Number) : value;
}
