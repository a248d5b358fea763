using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Runtime;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Library;

/// <summary>contains, isEmpty.</summary>
internal sealed class ValueFunctions(FormulaRealm realm)
{
    /// <summary>A text contains a text; a list contains an item equal (===) to it; nothing contains nothing.</summary>
    public JsValue Contains(JsValue[] a)
    {
        var where = At(a, 0);
        var what = At(a, 1);
        if (where.IsNull() || where.IsUndefined())
        {
            return false;
        }

        return where.IsArray() ? ArrayFunctions.Items(realm, where).Exists(item => Comparison.AreIdentical(item, what))
            : where.IsString() ? where.AsString().Contains(TypeConverter.ToString(what), StringComparison.Ordinal)
            : throw new FormulaException(FormulaErrorCodes.Type, "The first value of contains is a text or a list.");
    }

    /// <summary>null, undefined, blank text, an empty list. Zero and false are values.</summary>
    public static bool IsEmpty(JsValue value) =>
        value.IsNull() || value.IsUndefined()
        || (value.IsString() && string.IsNullOrWhiteSpace(value.AsString()))
        || (value.IsArray() && ArrayFunctions.Length(value) == 0);
}
