using System.Text.Json;
using Forms.Formulas.Numbers;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Realm;

/// <summary>JSON.parse with exact numbers, nested up to 64.</summary>
internal static class JsonReader
{
    public static JsValue Read(FormulaRealm realm, JsValue[] arguments)
    {
        JsValue value;
        try
        {
            using var document = JsonDocument.Parse(TypeConverter.ToString(At(arguments, 0)));
            value = Value(realm, document.RootElement);
        }
        catch (JsonException)
        {
            throw new JavaScriptException(realm.Engine.Error, "The text is not valid JSON.");
        }

        return At(arguments, 1).TryCast<FunctionInstance>() is { } reviver
            ? Revive(realm, reviver, realm.Engine.Object.Construct([]), string.Empty, value)
            : value;
    }

    private static JsValue Value(FormulaRealm realm, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String: return json.GetString();
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.Number:
                return NumberText.TryParse(json.GetRawText(), out var number) ? realm.Number(number) : throw Arithmetic.TooLarge();
            case JsonValueKind.Array:
                return Evaluation.Values.List(realm, [.. json.EnumerateArray().Select(item => Value(realm, item))]);
            case JsonValueKind.Object:
                var owner = realm.Engine.Object.Construct([]);
                foreach (var member in json.EnumerateObject())
                {
                    owner.FastAddProperty(member.Name, Value(realm, member.Value), true, true, true);
                }

                return owner;
            default: return JsValue.Null;
        }
    }

    private static JsValue Revive(FormulaRealm realm, FunctionInstance reviver, ObjectInstance holder, string key, JsValue value)
    {
        if (value.IsObject() && Operand.Decimal(value) is null)
        {
            var owner = value.AsObject();
            foreach (var name in owner.GetOwnProperties().Where(p => p.Value.Enumerable == true).Select(p => p.Key).ToList())
            {
                var revived = Revive(realm, reviver, owner, name, owner.Get(name));
                if (revived.IsUndefined())
                {
                    owner.Delete(name, false);
                }
                else
                {
                    owner.Put(name, revived, true);
                }
            }
        }

        return reviver.Call(holder, [key, value]);
    }
}
