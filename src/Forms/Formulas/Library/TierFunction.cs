using Forms.Formulas.Numbers;
using Forms.Formulas.Realm;
using Jint.Native;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Library;

/// <summary>
/// <c>tier(amount, table, 'slab' | 'whole')</c>. The table is a list of rows in rising order, either
/// <c>{from, rate}</c> (the tier begins at <c>from</c>: an amount equal to it is in the tier) or
/// <c>{upTo, rate}</c> (the tier ends at <c>upTo</c>: an amount equal to it is still in the tier; the last row may leave
/// <c>upTo</c> out, or have null or Infinity).
/// <para>'whole': the rate of the tier that the amount reaches, times the whole amount. 'slab': each part of the amount
/// at the rate of its own tier. Below the first <c>from</c> the rate is zero; above the last <c>upTo</c> is an error.
/// Not rounded. A negative amount is the negative of its opposite: tier(-x) = -tier(x).</para>
/// </summary>
internal sealed class TierFunction(FormulaRealm realm)
{
    private readonly record struct Tier(decimal From, decimal? UpTo, decimal Rate);

    public JsValue Call(JsValue[] a)
    {
        var amount = Operand.Require(At(a, 0), "tier");
        var size = Math.Abs(amount);
        var tiers = Table(At(a, 1), out var endsIncluded);
        var kind = At(a, 2).IsString() ? a[2].AsString() : string.Empty;
        if (endsIncluded && tiers[^1].UpTo is { } last && size > last)
        {
            throw Wrong($"The amount {NumberText.Write(size)} is above the last tier of the table ({NumberText.Write(last)}).");
        }

        var result = kind switch
        {
            "whole" => Whole(size, tiers, endsIncluded),
            "slab" => Slab(size, tiers),
            _ => throw Wrong("The third value of tier is 'slab' (each part at its own rate) or 'whole' (all at the rate reached)."),
        };
        return realm.Number(amount < 0 ? -result : result);
    }

    private static decimal Whole(decimal amount, List<Tier> tiers, bool endsIncluded)
    {
        var reached = endsIncluded
            ? tiers.Find(t => t.UpTo is null || amount <= t.UpTo)
            : tiers.FindLast(t => amount >= t.From);
        return Arithmetic.Multiply(amount, reached.Rate);
    }

    private static decimal Slab(decimal amount, List<Tier> tiers)
    {
        var total = 0m;
        foreach (var tier in tiers)
        {
            var part = Math.Min(amount, tier.UpTo ?? amount) - tier.From;
            total = part > 0 ? Arithmetic.Add(total, Arithmetic.Multiply(part, tier.Rate)) : total;
        }

        return total;
    }

    private List<Tier> Table(JsValue table, out bool endsIncluded)
    {
        var rows = table.IsArray() ? ArrayFunctions.Items(realm, table) : [];
        if (rows.Count == 0 || !rows.TrueForAll(r => r.IsObject() && Operand.Decimal(r) is null))
        {
            throw Wrong("The second value of tier is a list of rows {from: ..., rate: ...} or {upTo: ..., rate: ...}.");
        }

        var rates = rows.ConvertAll(r => Operand.Require(r.AsObject().Get("rate"), "the rate of a tier"));
        endsIncluded = rows.TrueForAll(r => r.AsObject().Get("from").IsUndefined());
        var bounds = endsIncluded ? rows.ConvertAll(r => Bound(r.AsObject().Get("upTo"))) : rows.ConvertAll(r => Bound(r.AsObject().Get("from")));
        for (var i = 1; i < bounds.Count; i++)
        {
            if (bounds[i - 1] is null || bounds[i] <= bounds[i - 1] || (!endsIncluded && bounds[i] is null))
            {
                throw Wrong($"The tiers must rise: row {i + 1} does not begin above row {i}.");
            }
        }

        return endsIncluded
            ? [.. rates.Select((rate, i) => new Tier(i == 0 ? 0 : bounds[i - 1]!.Value, bounds[i], rate))]
            : [.. rates.Select((rate, i) => new Tier(bounds[i] ?? 0, i + 1 < bounds.Count ? bounds[i + 1] : null, rate))];
    }

    private static decimal? Bound(JsValue value) =>
        value.IsUndefined() || value.IsNull() || (value.IsNumber() && double.IsPositiveInfinity(value.AsNumber()))
            ? null
            : Operand.Require(value, "the bound of a tier");

    private static FormulaException Wrong(string why) => new(FormulaErrorCodes.Type, why);
}
