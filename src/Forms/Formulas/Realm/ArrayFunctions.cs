using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Realm;

/// <summary>List methods that compare exactly, and the engine's others behind a limit of items.</summary>
internal static class ArrayFunctions
{
    private static readonly string[] Bounded =
        ["concat", "pop", "push", "reverse", "shift", "slice", "splice", "unshift", "every", "some", "forEach", "map", "filter", "reduce", "reduceRight"];

    public static void Install(FormulaRealm realm)
    {
        var prototype = realm.Engine.Array.PrototypeObject;
        foreach (var name in Bounded)
        {
            Wrap(realm, prototype, name, (self, a, inner) =>
            {
                realm.Limits.CheckItems(Length(self) + a.Length);
                return inner();
            });
        }

        Define(realm, prototype, "join", (self, a) => Join(realm, self, At(a, 0)), 1);
        Define(realm, prototype, "toString", (self, _) => Join(realm, self, JsValue.Undefined), 0);
        Define(realm, prototype, "toLocaleString", (self, _) => Join(realm, self, JsValue.Undefined), 0);
        Define(realm, prototype, "indexOf", (self, a) => Find(realm, self, At(a, 0), At(a, 1), forward: true), 1);
        Define(realm, prototype, "lastIndexOf", (self, a) => Find(realm, self, At(a, 0), At(a, 1), forward: false), 1);
        Define(realm, prototype, "sort", (self, a) => Sort(realm, self, At(a, 0)), 1);
    }

    /// <summary>The items of a list, holes as undefined.</summary>
    public static List<JsValue> Items(FormulaRealm realm, JsValue list)
    {
        var length = Length(list);
        realm.Limits.CheckItems(length);
        var owner = list.AsObject();
        var items = new List<JsValue>((int)length);
        for (var i = 0; i < length; i++)
        {
            items.Add(owner.Get(Index(i)));
        }

        return items;
    }

    public static string Index(int i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static double Length(JsValue list) =>
        list.IsObject() ? TypeConverter.ToUint32(list.AsObject().Get("length")) : 0;

    private static JsValue Join(FormulaRealm realm, JsValue self, JsValue separator)
    {
        Limits.CheckStack();
        if (!self.IsObject() || !realm.Limits.Enter(self.AsObject()))
        {
            return string.Empty;
        }

        try
        {
            var between = separator.IsUndefined() ? "," : TypeConverter.ToString(separator);
            realm.Limits.CheckText((long)(Length(self) - 1) * between.Length);
            var text = new System.Text.StringBuilder();
            foreach (var item in Items(realm, self))
            {
                text.Append(item.IsUndefined() || item.IsNull() ? string.Empty : TypeConverter.ToString(item)).Append(between);
                realm.Limits.CheckText(text.Length - between.Length);
            }

            return text.ToString(0, Math.Max(text.Length - between.Length, 0));
        }
        finally
        {
            realm.Limits.Leave(self.AsObject());
        }
    }

    private static JsValue Find(FormulaRealm realm, JsValue self, JsValue wanted, JsValue from, bool forward)
    {
        var items = Items(realm, self);
        var start = from.IsUndefined() ? (forward ? 0 : items.Count - 1) : TypeConverter.ToInteger(from);
        start = start < 0 ? items.Count + start : start;
        start = forward ? Math.Max(start, 0) : Math.Min(start, items.Count - 1);
        for (var i = (int)Math.Min(start, items.Count); i >= 0 && i < items.Count; i += forward ? 1 : -1)
        {
            if (Comparison.AreIdentical(items[i], wanted))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Stable. Without a comparer items are compared as text, as in JavaScript; empty ones go last.</summary>
    private static JsValue Sort(FormulaRealm realm, JsValue self, JsValue comparer)
    {
        var function = comparer.TryCast<FunctionInstance>();
        Func<JsValue, JsValue, int> order = function is null
            ? static (x, y) => string.CompareOrdinal(TypeConverter.ToString(x), TypeConverter.ToString(y))
            : (x, y) => Comparison.Compare(function.Call(JsValue.Undefined, [x, y]), 0d) ?? 0;
        var items = Items(realm, self);
        var sorted = new MergeSort(realm.Limits, order).Sort([.. items.Where(i => !i.IsUndefined())]);
        var owner = self.AsObject();
        for (var i = 0; i < items.Count; i++)
        {
            Put(owner, i, i < sorted.Length ? sorted[i] : JsValue.Undefined);
        }

        return self;
    }

    private static void Put(ObjectInstance owner, int index, JsValue value) => owner.Put(Index(index), value, true);
}
