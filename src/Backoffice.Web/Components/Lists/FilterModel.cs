using System.Text.Json;
using Forms.Conditions;
using Forms.Definitions;

namespace Backoffice.Web.Components.Lists;

/// <summary>A part of a filter being built: a row or a group.</summary>
public abstract class FilterPart;

/// <summary>One comparison.</summary>
public sealed class FilterRow : FilterPart
{
    public required string Field { get; set; }

    public required ComparisonOperator Operator { get; set; }

    /// <summary>Values in the form a <see cref="Condition"/> carries them; one or none unless the operator takes many.</summary>
    public List<JsonElement> Values { get; set; } = [];

    /// <summary>Whether it says something already; an unfinished row does not filter.</summary>
    public bool IsComplete => FilterOperators.OperandOf(this.Operator) == FilterOperand.None || this.Values.Count > 0;
}

/// <summary>A condition the builder has no rows for (a formula, a path over a link): kept as it is, and removable.</summary>
public sealed class FixedFilter(Condition condition) : FilterPart
{
    public Condition Condition { get; } = condition;
}

/// <summary>Parts joined by "and" or "or".</summary>
public sealed class FilterGroup : FilterPart
{
    /// <summary>Whether one of the parts is enough.</summary>
    public bool Any { get; set; }

    public List<FilterPart> Parts { get; } = [];

    /// <summary>Comparisons that filter, groups inside included.</summary>
    public int Count => this.Parts.Sum(part => part switch
    {
        FilterGroup group => group.Count,
        FilterRow row => row.IsComplete ? 1 : 0,
        _ => 1,
    });
}

/// <summary>Turns a condition into the rows and groups people edit, and back.</summary>
public static class FilterModel
{
    /// <summary>The rows of a condition; an empty group for none.</summary>
    public static FilterGroup Open(FormDefinition form, Condition? condition)
    {
        switch (condition)
        {
            case null:
                return new FilterGroup();
            case { All: not null } or { Any: not null }:
                return Group(form, condition);
            default:
                var group = new FilterGroup();
                group.Parts.Add(Part(form, condition));
                return group;
        }
    }

    /// <summary>The condition of the finished rows; null when nothing filters.</summary>
    public static Condition? Close(FilterGroup group)
    {
        var conditions = group.Parts.Select(Close).OfType<Condition>().ToList();
        return conditions switch
        {
            [] => null,
            [var only] => only,
            _ => group.Any ? new Condition { Any = conditions } : new Condition { All = conditions },
        };
    }

    /// <summary>The top parts of a condition as chips, and the condition without each.</summary>
    public static IReadOnlyList<(Condition Part, Condition? Without)> Parts(Condition? condition)
    {
        if (condition is null)
        {
            return [];
        }

        if (condition.All is not { } all)
        {
            return [(condition, null)];
        }

        return [.. all.Select((part, index) => (part, Join(all.Where((_, other) => other != index).ToList())))];
    }

    /// <summary>Both hold; null is no condition.</summary>
    public static Condition? And(Condition? left, Condition? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        _ => new Condition { All = [left, right] },
    };

    private static Condition? Join(List<Condition> parts) => parts switch
    {
        [] => null,
        [var only] => only,
        _ => new Condition { All = parts },
    };

    private static Condition? Close(FilterPart part) => part switch
    {
        FilterGroup group => Close(group),
        FixedFilter known => known.Condition,
        FilterRow { IsComplete: true } row => new Condition { Field = row.Field, Operator = row.Operator, Value = Value(row) },
        _ => null,
    };

    private static JsonElement? Value(FilterRow row) => FilterOperators.OperandOf(row.Operator) switch
    {
        FilterOperand.None => null,
        FilterOperand.Many => JsonSerializer.SerializeToElement(row.Values),
        _ => row.Values[0],
    };

    private static FilterGroup Group(FormDefinition form, Condition condition)
    {
        var group = new FilterGroup { Any = condition.Any is not null };
        group.Parts.AddRange((condition.All ?? condition.Any!).Select(part => Part(form, part)));
        return group;
    }

    private static FilterPart Part(FormDefinition form, Condition condition)
    {
        if (condition is { All: not null } or { Any: not null })
        {
            return Group(form, condition);
        }

        var comparison = condition.Operator ?? ComparisonOperator.Is;
        if (condition.Field is null || form.Field(condition.Field) is not { } field)
        {
            return new FixedFilter(condition);
        }

        // A choice compared with one value is the same as with a list of one, and has one row in the builder.
        var offered = FilterOperators.For(field);
        if (!offered.Contains(comparison))
        {
            comparison = comparison switch
            {
                ComparisonOperator.Is when offered.Contains(ComparisonOperator.IsAnyOf) => ComparisonOperator.IsAnyOf,
                ComparisonOperator.IsNot when offered.Contains(ComparisonOperator.IsNoneOf) => ComparisonOperator.IsNoneOf,
                _ => comparison,
            };
            if (!offered.Contains(comparison))
            {
                return new FixedFilter(condition);
            }
        }

        return new FilterRow { Field = condition.Field, Operator = comparison, Values = Values(condition.Value) };
    }

    private static List<JsonElement> Values(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        { } one => [one],
    };
}
