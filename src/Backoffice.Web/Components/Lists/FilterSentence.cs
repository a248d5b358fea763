using System.Globalization;
using System.Text.Json;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Localization;
using Forms.Conditions;
using Forms.Fields;

namespace Backoffice.Web.Components.Lists;

/// <summary>A condition as people read it: "Status is any of Returned, Draft", "Amount at least 70,000.00".</summary>
public static class FilterSentence
{
    public static string Of(Condition condition, FormLabels labels, Words words, Func<Guid, string?> titleOf)
    {
        if (condition.All is { } all)
        {
            return Join(all, "records.filter.and");
        }

        if (condition.Any is { } any)
        {
            return Join(any, "records.filter.or");
        }

        if (condition.Formula is { } formula)
        {
            return formula;
        }

        var comparison = condition.Operator ?? ComparisonOperator.Is;
        if (labels.Form.Field(condition.Field!) is not { } field)
        {
            return $"{condition.Field} {words["records.op." + Name(comparison)]} {condition.Value}";
        }

        var values = condition.Value switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().ToArray(),
            { } one => [one],
        };
        var text = string.Join(words["list.comma"], values.Select(value => Value(field, value, labels, words, titleOf)));
        return comparison is ComparisonOperator.IsAnyOf && values.Length == 1
            ? words["records.filter.isOne", labels.Of(field), text]
            : $"{labels.Of(field)} {Operator(comparison, field, words)} {text}".TrimEnd();

        string Join(IReadOnlyList<Condition> parts, string word) =>
            string.Join($" {words[word]} ", parts.Select(part => Of(part, labels, words, titleOf)));
    }

    /// <summary>The word of a comparison; dates say "on or after" where numbers say "at least".</summary>
    public static string Operator(ComparisonOperator comparison, FieldDefinition field, Words words)
    {
        var name = Name(comparison);
        if (field is DateField)
        {
            var forDates = words["records.op.date." + name];
            if (!forDates.StartsWith("records.", StringComparison.Ordinal))
            {
                return forDates;
            }
        }

        return words["records.op." + name];
    }

    /// <summary>The CLR value of a filter value; null when it is none of the field.</summary>
    public static object? ValueOf(FieldDefinition field, JsonElement json) =>
        json.ValueKind is JsonValueKind.Undefined ? null : field.Parse(json).Value;

    /// <summary>How a condition carries a value.</summary>
    public static JsonElement? JsonOf(object? value) => value switch
    {
        null => null,
        DateOnly date => JsonSerializer.SerializeToElement(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => JsonSerializer.SerializeToElement(value, value.GetType()),
    };

    private static string Value(FieldDefinition field, JsonElement json, FormLabels labels, Words words, Func<Guid, string?> titleOf)
    {
        if (json.ValueKind == JsonValueKind.String && json.GetString() is "@me" or "@today")
        {
            return words["records.filter.token." + json.GetString()![1..]];
        }

        var value = ValueOf(field, json);
        return value is Guid id ? titleOf(id) ?? words["records.filter.one"] : labels.WriteBare(field, value);
    }

    private static string Name(ComparisonOperator comparison) => JsonNamingPolicy.CamelCase.ConvertName(comparison.ToString());
}
