using Forms.Formulas.Realm;
using Jint.Native;

namespace Forms.Formulas.Library;

/// <summary>
/// The functions that formulas have besides JavaScript's:
/// <list type="bullet">
/// <item><c>round(x, scale = 0, mode?)</c>: mode 'half-up' (away from zero) or 'bankers'; without it the formula's own.</item>
/// <item><c>sum(list, what?)</c>, <c>average(list, what?)</c>, <c>count(list, which?)</c>: what is a field name or a
/// function of the item; empty values are left out. The average of nothing is null.</item>
/// <item><c>min(...)</c>, <c>max(...)</c>: of values or of one list (with a field name or function); of nothing null.</item>
/// <item><c>tier(amount, table, 'slab' | 'whole')</c>: see <see cref="TierFunction"/>.</item>
/// <item><c>allocate(total, weights, scale = 2)</c>: see <see cref="AllocateFunction"/>.</item>
/// <item><c>daysBetween(from, to)</c>, <c>addDays(date, n)</c>, <c>addMonths(date, n)</c> (31 January + 1 month is the last of
/// February), <c>year(date)</c>, <c>month(date)</c>, <c>day(date)</c>: dates are 'yyyy-MM-dd'.</item>
/// <item><c>addBusinessDays(date, n)</c>, <c>businessDaysBetween(from, to)</c>, <c>isBusinessDay(date)</c>: by the business
/// calendar of the company; see <see cref="BusinessDayFunctions"/>.</item>
/// <item><c>contains(text or list, what)</c>, <c>isEmpty(value)</c>, <c>coalesce(a, b, ...)</c> (the first that is not null).</item>
/// </list>
/// </summary>
internal static class LibraryFunctions
{
    public static Dictionary<string, Func<JsValue[], JsValue>> All(FormulaRealm realm)
    {
        var money = new MoneyFunctions(realm);
        var lists = new ListFunctions(realm);
        var dates = new DateFunctions(realm);
        var businessDays = new BusinessDayFunctions(realm);
        var values = new ValueFunctions(realm);
        return new(StringComparer.Ordinal)
        {
            ["round"] = money.Round,
            ["tier"] = new TierFunction(realm).Call,
            ["allocate"] = new AllocateFunction(realm).Call,
            ["sum"] = lists.Sum,
            ["average"] = lists.Average,
            ["count"] = lists.Count,
            ["min"] = a => lists.Best(a, -1),
            ["max"] = a => lists.Best(a, 1),
            ["daysBetween"] = dates.DaysBetween,
            ["addDays"] = dates.AddDays,
            ["addMonths"] = dates.AddMonths,
            ["year"] = a => dates.Part(a, "year", d => d.Year),
            ["month"] = a => dates.Part(a, "month", d => d.Month),
            ["day"] = a => dates.Part(a, "day", d => d.Day),
            ["addBusinessDays"] = businessDays.Add,
            ["businessDaysBetween"] = businessDays.Between,
            ["isBusinessDay"] = businessDays.IsOne,
            ["contains"] = values.Contains,
            ["isEmpty"] = a => ValueFunctions.IsEmpty(BuiltIns.At(a, 0)),
            ["coalesce"] = a => a.FirstOrDefault(v => !v.IsNull() && !v.IsUndefined()) ?? JsValue.Null,
        };
    }
}
