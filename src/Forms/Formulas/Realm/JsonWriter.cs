using System.Text;
using System.Text.Encodings.Web;
using Forms.Formulas.Numbers;
using Jint.Native;
using Jint.Native.Date;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Realm;

/// <summary>JSON.stringify with exact numbers; with replacer and indent as in ECMA-262 5.1, 15.12.3.</summary>
internal sealed class JsonWriter(FormulaRealm realm)
{
    private const int MaxDepth = 200;
    private readonly StringBuilder _text = new();
    private FunctionInstance? _replacer;
    private HashSet<string>? _only;
    private string _indent = string.Empty;

    public JsValue Write(JsValue[] arguments)
    {
        _replacer = At(arguments, 1).TryCast<FunctionInstance>();
        _only = At(arguments, 1).IsArray() ? [.. ArrayFunctions.Items(realm, arguments[1]).Select(TypeConverter.ToString)] : null;
        _indent = Indent(At(arguments, 2));
        var holder = realm.Engine.Object.Construct([]);
        holder.FastAddProperty(string.Empty, At(arguments, 0), true, true, true);
        return Value(holder, string.Empty, At(arguments, 0), 0) ? _text.ToString() : JsValue.Undefined;
    }

    /// <returns>false when the value has no JSON (undefined, a function).</returns>
    private bool Value(ObjectInstance holder, string key, JsValue value, int depth)
    {
        value = Replace(holder, key, value);
        switch (value.Type)
        {
            case Types.Undefined: return false;
            case Types.Null: Append("null"); break;
            case Types.Boolean: Append(value.AsBoolean() ? "true" : "false"); break;
            case Types.String: Text(value.AsString()); break;
            case Types.Number: Append(double.IsFinite(value.AsNumber()) ? TypeConverter.ToString(value) : "null"); break;
            case Types.Object when Operand.Decimal(value) is { } number: Append(NumberText.Write(number.Value)); break;
            case Types.Object when value.TryCast<ICallable>() is not null: return false;
            default: Members(value, depth + 1); break;
        }

        return true;
    }

    private JsValue Replace(ObjectInstance holder, string key, JsValue value)
    {
        if (value.IsObject() && value.AsObject() is DateInstance date)
        {
            value = Evaluation.DateText.Write(date);
        }
        else if (value.IsObject() && value.AsObject().Get("toJSON").TryCast<FunctionInstance>() is { } own)
        {
            value = own.Call(value, [key]);
        }

        return _replacer is null ? value : _replacer.Call(holder, [key, value]);
    }

    private void Members(JsValue value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormulaException(FormulaErrorCodes.Type, "The value contains itself or is nested too deeply; it cannot be written as JSON.");
        }

        var owner = value.AsObject();
        var isList = value.IsArray();
        var keys = isList
            ? Enumerable.Range(0, (int)Math.Min(ArrayFunctions.Length(value), Limits.MaxItems)).Select(ArrayFunctions.Index)
            : owner.GetOwnProperties().Where(p => p.Value.Enumerable == true).Select(p => p.Key).Where(k => _only?.Contains(k) != false).ToList();
        Append(isList ? "[" : "{");
        var first = true;
        foreach (var key in keys)
        {
            var before = _text.Length;
            Append(first ? string.Empty : ",");
            Line(depth);
            if (!isList)
            {
                Text(key);
                Append(_indent.Length > 0 ? ": " : ":");
            }

            if (Value(owner, key, owner.Get(key), depth))
            {
                first = false;
            }
            else if (isList)
            {
                Append("null");
                first = false;
            }
            else
            {
                _text.Length = before;
            }
        }

        if (!first)
        {
            Line(depth - 1);
        }

        Append(isList ? "]" : "}");
    }

    private void Line(int depth)
    {
        if (_indent.Length > 0)
        {
            _text.Append('\n').Insert(_text.Length, _indent, depth);
        }
    }

    private void Text(string text) =>
        Append($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");

    private void Append(string text)
    {
        realm.Limits.CheckText(_text.Length + text.Length);
        _text.Append(text);
    }

    private static string Indent(JsValue space) =>
        space.IsNumber() ? new string(' ', (int)Math.Clamp(space.AsNumber(), 0, 10))
        : space.IsString() ? space.AsString()[..Math.Min(space.AsString().Length, 10)] : string.Empty;
}
