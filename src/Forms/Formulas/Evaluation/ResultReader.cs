using Forms.Formulas.Numbers;
using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Native.Date;
using Jint.Runtime;

namespace Forms.Formulas.Evaluation;

/// <summary>What a formula gave, as plain values; refuses what is no result.</summary>
internal sealed class ResultReader(FormulaRealm realm, int maxBytes)
{
    private const int MaxDepth = 32;
    private long _bytes;

    public object? Read(JsValue value, int? scale, RoundingMode rounding)
    {
        var result = Read(value, 0);
        return result is decimal number && scale is { } places
            ? Rounding.WithScale(Rounding.Round(number, places, rounding), places)
            : result;
    }

    private object? Read(JsValue value, int depth)
    {
        Spend(16);
        switch (value.Type)
        {
            case Types.Boolean: return value.AsBoolean();
            case Types.String:
                Spend(value.AsString().Length * 2L);
                return value.AsString();
            case Types.Number: return Number(value.AsNumber());
            case Types.Object: return Object(value, depth + 1);
            default: return null;
        }
    }

    private static object Number(double value)
    {
        if (double.IsNaN(value))
        {
            throw Refuse("The formula gives no number (NaN). Was a text or an empty value used as a number?");
        }

        return double.IsFinite(value) && NumberText.TryFromDouble(value, out var number)
            ? number
            : throw Refuse("The formula gives infinity, which is no result.");
    }

    private object? Object(JsValue value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Refuse($"The formula gives a value that contains itself, or is nested more than {MaxDepth} deep.");
        }

        if (Operand.Decimal(value) is { } number)
        {
            return number.Value;
        }

        if (value.TryCast<ICallable>() is not null)
        {
            throw Refuse("The formula gives a function, which is no result. Are the brackets of a call missing?");
        }

        return value.AsObject() switch
        {
            DateInstance date => DateText.Write(date),
            Jint.Native.Array.ArrayInstance => ArrayFunctions.Items(realm, value).ConvertAll(item => Read(item, depth)),
            { Class: "String" or "Boolean" } => Read(TypeConverter.ToPrimitive(value), depth),
            { Class: "Object" } => Members(value, depth),
            { Class: var kind } => throw Refuse($"The formula gives a {kind}, which is no result."),
        };
    }

    private Dictionary<string, object?> Members(JsValue value, int depth)
    {
        var owner = value.AsObject();
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in owner.GetOwnProperties().Where(p => p.Value.Enumerable == true).Select(p => p.Key).ToList())
        {
            var member = owner.Get(name);
            if (!member.IsUndefined())
            {
                Spend(name.Length * 2L);
                members.Add(name, Read(member, depth));
            }
        }

        return members;
    }

    private void Spend(long bytes)
    {
        _bytes += bytes;
        if (_bytes > maxBytes)
        {
            throw Refuse($"The result is larger than {maxBytes:N0} bytes.");
        }

        realm.Limits.Check();
    }

    private static FormulaException Refuse(string why) => new(FormulaErrorCodes.Result, why);
}
