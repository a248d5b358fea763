using System.Text.Json;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Scripts;

/// <summary>Values of a workflow as formulas take and give them.</summary>
internal static class FormulaValues
{
    public static object? From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : null,
        JsonValueKind.Array => value.EnumerateArray().Select(From).ToList(),
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(member => member.Name, member => From(member.Value), StringComparer.Ordinal),
        _ => null,
    };

    public static Dictionary<string, object?> From(IReadOnlyDictionary<string, JsonElement> values) =>
        values.ToDictionary(pair => pair.Key, pair => From(pair.Value), StringComparer.Ordinal);

    public static JsonElement ToJson(object? value) => value switch
    {
        null => ElsaValues.Null,
        string text => ElsaValues.Of(text),
        bool flag => ElsaValues.Of(flag),
        decimal number => ElsaValues.Of(number),
        IReadOnlyDictionary<string, object?> members => ElsaValues.Of(members.ToDictionary(pair => pair.Key, pair => ToJson(pair.Value), StringComparer.Ordinal)),
        IReadOnlyList<object?> items => ElsaValues.Of(items.Select(ToJson)),
        _ => throw new ArgumentException($"Expected a value that formulas give, but found {value.GetType().Name}.", nameof(value)),
    };
}
