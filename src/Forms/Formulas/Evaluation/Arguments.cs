using Forms.Formulas.Language;
using Forms.Formulas.Realm;
using Jint.Native;

namespace Forms.Formulas.Evaluation;

/// <summary>Gives a compiled formula the inputs it names, and complains about names that nothing answers to.</summary>
internal sealed class Arguments(FormulaRealm realm, CompiledFormula formula)
{
    public JsValue[] From(IReadOnlyDictionary<string, object?> inputs)
    {
        foreach (var (name, place) in formula.Reserved)
        {
            if (inputs.ContainsKey(name))
            {
                throw new FormulaException(FormulaErrorCodes.Input,
                    $"'{name}' is both an input and a function of the formula language. Rename the input to use it here.", place);
            }
        }

        return [.. formula.Parameters.Select(parameter => Value(parameter, inputs))];
    }

    private JsValue Value(Parameter parameter, IReadOnlyDictionary<string, object?> inputs)
    {
        if (inputs.TryGetValue(parameter.Name, out var value))
        {
            return Values.Create(realm, value);
        }

        if (parameter.AssignedAt is { } assigned && (parameter.ReadAt is not { } read || assigned <= read))
        {
            throw new FormulaException(FormulaErrorCodes.Undeclared,
                $"'{parameter.Name}' is not declared. Write var {parameter.Name} = ...; first.", assigned);
        }

        return parameter.Default ?? throw new FormulaException(FormulaErrorCodes.UnknownName, Unknown(parameter.Name, inputs.Keys), parameter.ReadAt);
    }

    private string Unknown(string name, IEnumerable<string> inputs)
    {
        var why = name switch
        {
            "eval" or "Function" or "setTimeout" => $"'{name}' is not available: a formula cannot make code from text or run later.",
            "arguments" => "'arguments' is only available inside a function.",
            _ => $"There is no field or function called '{name}'.",
        };
        var known = inputs.Concat(realm.Library.Keys).Concat(realm.Globals.Keys).Concat(formula.Locals);
        return Suggestion.For(name, known) is { } similar ? $"{why} Did you mean '{similar}'?" : why;
    }
}
