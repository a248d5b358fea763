using Forms.Formulas.Numbers;
using Forms.Formulas.Realm;
using Jint.Native;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Library;

/// <summary>
/// <c>allocate(total, weights, scale = 2)</c>: splits a total by weights into parts of that scale which add up to it, by
/// largest remainder; of equal remainders the earlier part gets the unit. A negative total gives the negative of the
/// split of its opposite. The total must itself have the scale, weights are not negative and not all zero.
/// </summary>
internal sealed class AllocateFunction(FormulaRealm realm)
{
    public JsValue Call(JsValue[] a)
    {
        var total = Operand.Require(At(a, 0), "allocate");
        var scale = MoneyFunctions.Scale(At(a, 2), "allocate", 2);
        if (!At(a, 1).IsArray())
        {
            throw Wrong("The second value of allocate is a list of weights.");
        }

        var weights = ArrayFunctions.Items(realm, a[1]).ConvertAll(w => Operand.Require(w, "allocate"));
        if (weights.Exists(w => w < 0) || weights.TrueForAll(w => w == 0))
        {
            throw Wrong("The weights of allocate cannot be negative, and at least one must be above zero.");
        }

        if (Rounding.Round(total, scale, RoundingMode.HalfUp) != total)
        {
            throw Wrong($"The total {NumberText.Write(total)} has more than {scale} decimal places; round it first.");
        }

        var parts = Split(Math.Abs(total), weights, Unit(scale));
        return Evaluation.Values.List(realm, parts.ConvertAll(p => realm.Number(total < 0 ? -p : p)));
    }

    private static List<decimal> Split(decimal total, List<decimal> weights, decimal unit)
    {
        var sum = weights.Aggregate(0m, Arithmetic.Add);
        var exact = weights.ConvertAll(w => Arithmetic.Divide(Arithmetic.Multiply(total, w), sum));
        var parts = exact.ConvertAll(e => e - Arithmetic.Remainder(e, unit));
        var left = total - parts.Sum();
        var byRemainder = Enumerable.Range(0, parts.Count)
            .Where(i => weights[i] > 0)
            .OrderByDescending(i => exact[i] - parts[i])
            .ToList();
        for (var k = 0; left > 0; k++, left -= unit)
        {
            parts[byRemainder[k % byRemainder.Count]] += unit;
        }

        return parts;
    }

    private static decimal Unit(int scale)
    {
        var unit = 1m;
        for (var i = 0; i < Math.Abs(scale); i++)
        {
            unit = scale > 0 ? unit / 10 : unit * 10;
        }

        return unit;
    }

    private static FormulaException Wrong(string why) => new(FormulaErrorCodes.Type, why);
}
