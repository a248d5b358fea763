using Jint.Native;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Realm;

/// <summary>Takes away what makes code from text, redefines members, or reads the clock.</summary>
internal static class ObjectFunctions
{
    public static void Install(FormulaRealm realm)
    {
        var engine = realm.Engine;
        engine.Function.PrototypeObject.RemoveOwnProperty("constructor");
        engine.Date.PrototypeObject.RemoveOwnProperty("constructor");
        engine.Date.RemoveOwnProperty("now");
        engine.Object.RemoveOwnProperty("defineProperty");
        engine.Object.RemoveOwnProperty("defineProperties");
        Wrap(realm, engine.Object, "create", (_, a, inner) => At(a, 1).IsUndefined() ? inner() : throw NotAvailable());
        Wrap(realm, engine.Function.PrototypeObject, "apply", (_, a, inner) =>
        {
            realm.Limits.CheckItems(ArrayFunctions.Length(At(a, 1)));
            return inner();
        });
    }

    private static FormulaException NotAvailable() =>
        new(FormulaErrorCodes.NotAllowed, "Object.create takes one value only in a formula. Set the members one by one.");
}
