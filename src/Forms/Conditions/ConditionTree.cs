using Forms.Fields;
using Forms.Problems;

namespace Forms.Conditions;

/// <summary>Evaluates a condition whose formulas have been evaluated. Pure.</summary>
internal static class ConditionTree
{
    /// <param name="field">Kind and value of a field or path; null when there is no such field.</param>
    /// <param name="formula">The outcome of a formula by its file name.</param>
    internal static bool Holds(Condition condition, ConditionContext context, Func<string, (FieldStorage Storage, object? Value)?> field, Func<string, bool> formula)
    {
        if (condition.All is { } all)
        {
            return all.All(part => Holds(part, context, field, formula));
        }

        if (condition.Any is { } any)
        {
            return any.Any(part => Holds(part, context, field, formula));
        }

        if (condition.Formula is { } file)
        {
            return formula(file);
        }

        var name = condition.Field ?? throw RefusalException.Invalid([new Problem(string.Empty, "condition.empty", "A condition names a field, a group or a formula.")]);
        var (storage, value) = field(name) ?? throw Unknown(name);
        return Comparison.Holds(value, condition.Operator ?? ComparisonOperator.Is, ComparedValue.Of(condition, storage, context));
    }

    /// <summary>Paths of all comparisons in it.</summary>
    internal static IEnumerable<string> Fields(Condition condition) =>
        condition.Field is { } field ? [field] : (condition.All ?? condition.Any ?? []).SelectMany(Fields);

    /// <summary>File names of all formulas in it.</summary>
    internal static IEnumerable<string> Formulas(Condition condition) =>
        condition.Formula is { } file ? [file] : (condition.All ?? condition.Any ?? []).SelectMany(Formulas);

    internal static RefusalException Unknown(string field) =>
        RefusalException.Invalid([new Problem(field, "condition.unknown-field", $"There is no field \"{field}\".") { Arguments = [field] }]);
}
