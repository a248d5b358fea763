using Workflows.Elsa.Definitions;

namespace Workflows.Elsa.Reading;

/// <summary>Variables and inputs that expressions name exist where they are named.</summary>
internal static class ScopeCheck
{
    /// <summary>Declared by loops around their bodies.</summary>
    private static readonly ElsaVariable[] Loop =
    [
        new("CurrentIndex", "CurrentIndex", Values.ElsaType.Object, Values.ElsaValues.Null),
        new("CurrentValue", "CurrentValue", Values.ElsaType.Object, Values.ElsaValues.Null),
    ];

    public static void Check(ElsaDefinition definition, ReadReport report)
    {
        var inputs = definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Check(definition.Root, [.. definition.Variables]);

        void Check(ElsaActivity activity, List<ElsaVariable> scope)
        {
            scope = activity.Variables.Count == 0 ? scope : [.. scope, .. activity.Variables];
            foreach (var (name, input) in activity.Inputs)
            {
                Expression(input.Expression, $"{activity.Path}.{name}", scope);
            }

            if (activity.Target is { } target)
            {
                Expression(target, $"{activity.Path}.variable", scope);
            }

            foreach (var (index, item) in activity.Cases.Index())
            {
                Expression(item.Condition.Expression, $"{activity.Path}.cases[{index}].condition", scope);
                if (item.Activity is { } inside)
                {
                    Check(inside, scope);
                }
            }

            var within = activity.Kind.GivesItem ? [.. scope, .. Loop] : scope;
            foreach (var child in activity.Children.Concat(activity.Ports.Values))
            {
                Check(child, within);
            }
        }

        void Expression(ElsaExpression expression, string path, List<ElsaVariable> scope)
        {
            if (expression is VariableExpression variable && !scope.Exists(v => v.Id == variable.Id || v.Name == variable.Name))
            {
                report.Error(path, "elsa.unknown-variable", $"Expected a variable that is declared around the activity, but found '{variable.Name ?? variable.Id}'.");
            }
            else if (expression is InputExpression input && !inputs.Contains(input.Name))
            {
                report.Error(path, "elsa.unknown-input", $"Expected an input of the workflow, but found '{input.Name}'.");
            }
        }
    }
}
