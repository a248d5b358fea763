using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Realm;

/// <summary>The engine's methods of texts and patterns, behind a limit of length.</summary>
internal static class TextFunctions
{
    private static readonly string[] Bounded =
        ["charAt", "concat", "indexOf", "lastIndexOf", "localeCompare", "match", "replace", "search", "slice", "split", "substr", "substring",
            "toLowerCase", "toLocaleLowerCase", "toUpperCase", "toLocaleUpperCase", "trim"];

    public static void Install(FormulaRealm realm)
    {
        foreach (var name in Bounded)
        {
            Wrap(realm, realm.Engine.String.PrototypeObject, name, (self, a, inner) =>
            {
                if (self.IsObject())
                {
                    Limits.CheckStack();
                }

                var result = inner();
                realm.Limits.CheckText(result.IsString() ? result.AsString().Length : 0);
                return result;
            });
        }

        foreach (var name in new[] { "exec", "test" })
        {
            Wrap(realm, realm.Engine.RegExp.PrototypeObject, name, (_, _, inner) =>
            {
                realm.Limits.Check();
                return inner();
            });
        }
    }
}
