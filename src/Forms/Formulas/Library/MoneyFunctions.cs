using Forms.Formulas.Numbers;
using Forms.Formulas.Realm;
using Jint.Native;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Library;

/// <summary><c>round</c>, and how the library reads scales and rounding modes.</summary>
internal sealed class MoneyFunctions(FormulaRealm realm)
{
    public JsValue Round(JsValue[] a) =>
        realm.Number(Rounding.Round(Operand.Require(At(a, 0), "round"), Scale(At(a, 1), "round", 0), Mode(At(a, 2))));

    public static int Scale(JsValue value, string where, int otherwise)
    {
        var scale = value.IsUndefined() ? otherwise : Operand.Require(value, where);
        return scale == decimal.Truncate(scale) && Math.Abs(scale) <= Rounding.MaxScale
            ? (int)scale
            : throw new FormulaException(FormulaErrorCodes.Type, $"The scale of {where} is a whole number up to {Rounding.MaxScale}.");
    }

    private RoundingMode Mode(JsValue value)
    {
        if (value.IsUndefined() || value.IsNull())
        {
            return realm.Rounding;
        }

        return value.IsString() && value.AsString() is "half-up" ? RoundingMode.HalfUp
            : value.IsString() && value.AsString() is "bankers" ? RoundingMode.Bankers
            : throw new FormulaException(FormulaErrorCodes.Type, "The rounding mode is 'half-up' or 'bankers'.");
    }
}
