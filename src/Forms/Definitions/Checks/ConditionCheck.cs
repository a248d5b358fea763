using System.Text.Json;
using Forms.Conditions;
using Forms.Fields;

namespace Forms.Definitions.Checks;

/// <summary>Whether a condition can be asked of the records of a form: fields exist, comparisons fit their types, values can be read.</summary>
public static class ConditionCheck
{
    /// <summary>Reports what is wrong; paths are relative to the condition.</summary>
    public static void Check(Condition condition, FormDefinition form, DefinitionContext context)
    {
        var given = new[] { condition.Field is not null, condition.All is not null, condition.Any is not null, condition.Formula is not null };
        if (given.Count(one => one) != 1)
        {
            context.Error(string.Empty, "condition.shape", "A condition has exactly one of \"field\", \"all\", \"any\" and \"formula\".");
            return;
        }

        if (condition.Field is null && (condition.Operator is not null || condition.Value is not null))
        {
            context.Error(string.Empty, "condition.shape", "\"operator\" and \"value\" belong to a condition with \"field\".");
        }

        CheckGroup(condition.All, "all", form, context);
        CheckGroup(condition.Any, "any", form, context);
        if (condition.Field is { } path && FindField(path, form, context) is { } field)
        {
            CheckComparison(condition, field, context);
        }
    }

    /// <summary>The code files named in a condition and the conditions within it.</summary>
    public static IEnumerable<FileUse> Files(Condition condition, string path, FormulaNames? names)
    {
        if (condition.Formula is { } file)
        {
            yield return new FileUse(file, $"{path}.formula") { Reads = names };
        }

        foreach (var (list, name) in new[] { (condition.All, "all"), (condition.Any, "any") })
        {
            foreach (var (index, inner) in (list ?? []).Index())
            {
                foreach (var use in Files(inner, $"{path}.{name}[{index}]", names))
                {
                    yield return use;
                }
            }
        }
    }

    private static void CheckGroup(IReadOnlyList<Condition>? conditions, string name, FormDefinition form, DefinitionContext context)
    {
        foreach (var (index, condition) in (conditions ?? []).Index())
        {
            Check(condition, form, context.At($"{name}[{index}]"));
        }
    }

    private static FieldDefinition? FindField(string path, FormDefinition form, DefinitionContext context)
    {
        var parts = path.Split('.');
        if (!context.NeedOneOf(parts[0], form.Fields.Select(field => field.Name), "field", "field"))
        {
            return null;
        }

        var field = form.Field(parts[0])!;
        if (parts.Length == 1)
        {
            return field;
        }

        if (parts.Length > 2 || field is not LinkField link)
        {
            context.Error("field", "condition.path", $"\"{path}\" goes over more than one link. A path is a field, or a link and a field of the linked form.");
            return null;
        }

        return context.Need<FormDefinition>(link.Form, "field", "form") is { } linked && context.NeedOneOf(parts[1], linked.Fields.Select(other => other.Name), "field", $"field of {link.Form}")
            ? linked.Field(parts[1])
            : null;
    }

    private static void CheckComparison(Condition condition, FieldDefinition field, DefinitionContext context)
    {
        var comparison = condition.Operator ?? ComparisonOperator.Is;
        var allowed = Comparisons.Of(field);
        if (!allowed.Contains(comparison))
        {
            context.Error("operator", "condition.operator", $"{field.Label} cannot be compared by \"{Comparisons.Word(comparison)}\". It can by: {Spelling.List(allowed.Select(Comparisons.Word))}.");
        }
        else if (comparison is ComparisonOperator.IsEmpty or ComparisonOperator.IsNotEmpty)
        {
            if (condition.Value is not null)
            {
                context.Error("value", "condition.value", $"\"{Comparisons.Word(comparison)}\" takes no value.");
            }
        }
        else if (condition.Value is not { } value)
        {
            context.Error(string.Empty, "condition.value", $"\"{Comparisons.Word(comparison)}\" needs a \"value\".");
        }
        else if (comparison is ComparisonOperator.IsAnyOf or ComparisonOperator.IsNoneOf)
        {
            CheckList(value, field, context);
        }
        else
        {
            FieldValueCheck.Check(value, field, "value", context);
        }
    }

    private static void CheckList(JsonElement value, FieldDefinition field, DefinitionContext context)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            context.Error("value", "condition.value", "A list is expected: [\"one\", \"two\"].");
            return;
        }

        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            FieldValueCheck.Check(item, field, $"value[{index}]", context);
        }
    }
}
