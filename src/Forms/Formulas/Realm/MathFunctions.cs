using Forms.Formulas.Numbers;
using Jint.Native;
using Jint.Native.Function;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Realm;

/// <summary>Math on exact numbers. <c>Math.round</c> is JavaScript's (ties up: -2.5 → -2); the library's <c>round</c> is for money.</summary>
internal static class MathFunctions
{
    public static void Install(FormulaRealm realm)
    {
        var math = realm.Engine.Math;
        Exact(realm, "abs", Math.Abs);
        Exact(realm, "floor", decimal.Floor);
        Exact(realm, "ceil", decimal.Ceiling);
        Exact(realm, "round", value => decimal.Floor(Arithmetic.Add(value, 0.5m)));
        Exact(realm, "sqrt", Arithmetic.Root);
        Define(realm, math, "pow", (_, a) => realm.Number(Arithmetic.Power(Operand.Require(At(a, 0), "Math.pow"), Operand.Require(At(a, 1), "Math.pow"))), 2);
        Define(realm, math, "max", (_, a) => Best(realm, a, 1), 2);
        Define(realm, math, "min", (_, a) => Best(realm, a, -1), 2);
        foreach (var name in new[] { "acos", "asin", "atan", "cos", "exp", "log", "sin", "tan", "atan2" })
        {
            Approximate(realm, name);
        }

        math.RemoveOwnProperty("random");
    }

    /// <summary>The largest (1) or smallest (-1); infinity for no values, as in JavaScript; NaN when one is not a number.</summary>
    public static JsValue Best(FormulaRealm realm, IEnumerable<JsValue> values, int sign)
    {
        JsValue? best = null;
        foreach (var value in values)
        {
            var number = realm.Operators.ToNumber(value);
            if (number.IsNumber() && double.IsNaN(number.AsNumber()))
            {
                return double.NaN;
            }

            best = best is null || Math.Sign(Comparison.Compare(number, best) ?? 0) == sign ? number : best;
        }

        return best ?? (sign > 0 ? double.NegativeInfinity : double.PositiveInfinity);
    }

    private static void Exact(FormulaRealm realm, string name, Func<decimal, decimal> function) =>
        Define(realm, realm.Engine.Math, name, (_, a) =>
        {
            // NaN and infinity pass through, so that isNaN(Math.floor(x)) can be asked.
            var number = realm.Operators.ToNumber(At(a, 0));
            return number.IsNumber() && !double.IsFinite(number.AsNumber())
                ? number
                : realm.Number(function(Operand.Require(number, "Math." + name)));
        }, 1);

    private static void Approximate(FormulaRealm realm, string name)
    {
        var inner = (FunctionInstance)realm.Engine.Math.Get(name).AsObject();
        Define(realm, realm.Engine.Math, name, (self, a) =>
        {
            JsValue[] doubles = [.. a.Select(v => (JsValue)(double)Operand.Require(v, "Math." + name))];
            return realm.Number(Arithmetic.FromDouble(inner.Call(self, doubles).AsNumber(), "Math." + name));
        }, 1);
    }
}
