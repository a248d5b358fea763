using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Runtime.Descriptors;

namespace Forms.Formulas.Evaluation;

/// <summary>Inputs become JavaScript values: new ones for each evaluation.</summary>
internal static class Values
{
    public static JsValue Create(FormulaRealm realm, object? value) => value switch
    {
        null => JsValue.Null,
        bool b => b,
        string s => s,
        decimal d => realm.Number(d),
        IReadOnlyDictionary<string, object?> members => Object(realm, members),
        IReadOnlyList<object?> items => List(realm, [.. items.Select(item => Create(realm, item))]),
        _ => throw new FormulaException(FormulaErrorCodes.Input, $"A value of type {value.GetType().Name} cannot be passed to a formula."),
    };

    public static JsValue List(FormulaRealm realm, IReadOnlyList<JsValue> items)
    {
        var list = realm.Engine.Array.Construct([]);
        for (var i = 0; i < items.Count; i++)
        {
            list.FastAddProperty(ArrayFunctions.Index(i), items[i], true, true, true);
        }

        list.FastSetProperty("length", new PropertyDescriptor((double)items.Count, true, false, false));
        return list;
    }

    private static JsValue Object(FormulaRealm realm, IReadOnlyDictionary<string, object?> members)
    {
        var owner = realm.Engine.Object.Construct([]);
        foreach (var (name, value) in members)
        {
            owner.FastAddProperty(name, Create(realm, value), true, true, true);
        }

        return owner;
    }
}
