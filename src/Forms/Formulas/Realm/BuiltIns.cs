using Jint.Native;
using Jint.Native.Object;

namespace Forms.Formulas.Realm;

/// <summary>Replaces what is inexact, unbounded or leaky in the engine's built-ins, and lists what formulas see.</summary>
internal static class BuiltIns
{
    public static Dictionary<string, JsValue> Install(FormulaRealm realm)
    {
        var engine = realm.Engine;
        MathFunctions.Install(realm);
        ArrayFunctions.Install(realm);
        TextFunctions.Install(realm);
        ObjectFunctions.Install(realm);
        Define(realm, engine.Json, "stringify", (_, a) => new JsonWriter(realm).Write(a), 3);
        Define(realm, engine.Json, "parse", (_, a) => JsonReader.Read(realm, a), 2);

        var globals = new Dictionary<string, JsValue>(StringComparer.Ordinal)
        {
            ["undefined"] = JsValue.Undefined,
            ["NaN"] = double.NaN,
            ["Infinity"] = double.PositiveInfinity,
            ["Math"] = engine.Math,
            ["JSON"] = engine.Json,
            ["Object"] = engine.Object,
            ["Array"] = engine.Array,
            ["String"] = engine.String,
            ["Boolean"] = engine.Boolean,
            ["RegExp"] = engine.RegExp,
            ["Error"] = engine.Error,
            ["TypeError"] = engine.TypeError,
            ["RangeError"] = engine.RangeError,
        };
        NumberFunctions.Install(realm, globals);
        foreach (var name in new[] { "encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent" })
        {
            globals[name] = engine.Global.Get(name);
        }

        foreach (var error in new[] { engine.Error, engine.EvalError, engine.RangeError, engine.ReferenceError, engine.SyntaxError, engine.TypeError, engine.UriError })
        {
            OwnMessages(realm, error.PrototypeObject);
            Freezer.Freeze([error]);
        }

        // Not among the names, but reached through new Date(...), values and functions.
        Freezer.Freeze([engine.Date, engine.Number]);
        return globals;
    }

    /// <summary>A frozen 'message' on the prototype would keep errors from having their own; this gives them one when it is set.</summary>
    private static void OwnMessages(FormulaRealm realm, ObjectInstance prototype)
    {
        var get = realm.Function((_, _) => string.Empty);
        var set = realm.Function((self, a) =>
        {
            if (self.IsObject() && self.AsObject() is { Extensible: true } error)
            {
                error.FastAddProperty("message", At(a, 0), true, false, true);
            }

            return JsValue.Undefined;
        });
        prototype.FastSetProperty("message", new Jint.Runtime.Descriptors.PropertyDescriptor(get, set, false, false));
    }

    public static void Define(FormulaRealm realm, ObjectInstance owner, string name, Func<JsValue, JsValue[], JsValue> function, int length) =>
        owner.FastAddProperty(name, realm.Function(function, length), true, false, true);

    /// <summary>The engine's own function, run behind a check.</summary>
    public static void Wrap(FormulaRealm realm, ObjectInstance owner, string name, Func<JsValue, JsValue[], Func<JsValue>, JsValue> around)
    {
        if (owner.Get(name).TryCast<Jint.Native.Function.FunctionInstance>() is { } inner)
        {
            var length = (int)Jint.Runtime.TypeConverter.ToInteger(inner.Get("length"));
            Define(realm, owner, name, (self, a) => around(self, a, () => inner.Call(self, a)), length);
        }
    }

    public static JsValue At(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;
}
