using Forms.Formulas.Numbers;
using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Native.Function;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Library;

/// <summary>sum, average, count, min, max.</summary>
internal sealed class ListFunctions(FormulaRealm realm)
{
    public JsValue Sum(JsValue[] a) => realm.Number(Numbers(a, "sum").Aggregate(0m, Arithmetic.Add));

    public JsValue Average(JsValue[] a)
    {
        var numbers = Numbers(a, "average");
        return numbers.Count == 0 ? JsValue.Null : realm.Number(Arithmetic.Divide(numbers.Aggregate(0m, Arithmetic.Add), numbers.Count));
    }

    /// <summary>Of a list all items; with a function those it is true for; with a field name those where it is not empty.</summary>
    public JsValue Count(JsValue[] a)
    {
        if (At(a, 1).IsUndefined())
        {
            return At(a, 0).IsNull() || At(a, 0).IsUndefined() ? 0 : Items(a, "count").Count;
        }

        var byFunction = a[1].TryCast<FunctionInstance>() is not null;
        return Picked(a, "count").Count(v => byFunction ? Jint.Runtime.TypeConverter.ToBoolean(v) : !ValueFunctions.IsEmpty(v));
    }

    public JsValue Best(JsValue[] a, int sign)
    {
        var name = sign > 0 ? "max" : "min";
        var values = At(a, 0).IsArray() ? Picked(a, name) : [.. a];
        values = values.FindAll(v => !v.IsNull() && !v.IsUndefined());
        if (values.Count > 0 && values.TrueForAll(v => v.IsString()))
        {
            // Dates and other texts.
            var texts = values.ConvertAll(v => v.AsString());
            texts.Sort(string.CompareOrdinal);
            return sign > 0 ? texts[^1] : texts[0];
        }

        values.ForEach(v => Operand.Require(v.IsNumber() && double.IsInfinity(v.AsNumber()) ? 0 : v, name));
        return values.Count == 0 ? JsValue.Null : MathFunctions.Best(realm, values, sign);
    }

    private List<decimal> Numbers(JsValue[] a, string where) =>
        [.. Picked(a, where).Where(v => !ValueFunctions.IsEmpty(v)).Select(v => Operand.Require(v, where))];

    private List<JsValue> Picked(JsValue[] a, string where)
    {
        var what = At(a, 1);
        if (what.IsUndefined())
        {
            return Items(a, where);
        }

        if (what.TryCast<FunctionInstance>() is { } function)
        {
            return Items(a, where).ConvertAll(item => function.Call(JsValue.Undefined, [item]));
        }

        var field = what.IsString() ? what.AsString() : throw Wrong($"The second value of {where} is the name of a field or a function.");
        return Items(a, where).ConvertAll(item => item.IsObject() ? item.AsObject().Get(field) : JsValue.Undefined);
    }

    private List<JsValue> Items(JsValue[] a, string where)
    {
        var list = At(a, 0);
        return list.IsNull() || list.IsUndefined() ? []
            : list.IsArray() ? ArrayFunctions.Items(realm, list)
            : throw Wrong($"The first value of {where} is a list, but here it is: {Operand.Describe(list).ToLowerInvariant()}.");
    }

    private static FormulaException Wrong(string why) => new(FormulaErrorCodes.Type, why);
}
