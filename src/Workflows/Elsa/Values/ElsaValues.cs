using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Elsa.Values;

/// <summary>
/// Values of a running workflow: JSON elements, as they are immutable and stand in the state as they are. Numbers are
/// decimals; dates, durations and identifiers are texts in their one written form.
/// </summary>
internal static class ElsaValues
{
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    public static JsonElement Null { get; } = JsonSerializer.SerializeToElement<object?>(null);

    public static JsonElement Of(string? text) => JsonSerializer.SerializeToElement(text);

    public static JsonElement Of(bool value) => JsonSerializer.SerializeToElement(value);

    public static JsonElement Of(decimal number) => JsonSerializer.SerializeToElement(WithoutZeros(number));

    public static JsonElement Of(IEnumerable<JsonElement> items) => JsonSerializer.SerializeToElement(items);

    public static JsonElement Of(IReadOnlyDictionary<string, JsonElement> members) => JsonSerializer.SerializeToElement(members);

    public static bool IsNull(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>The items of a list; one value is a list of itself, nothing an empty one.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray()],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [value],
    };

    /// <summary>As .NET writes the value as a text: <c>True</c>, <c>2.5</c>, lists and objects as JSON, nothing as no text.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        JsonValueKind.Number => value.TryGetDecimal(out var number)
            ? WithoutZeros(number).ToString(CultureInfo.InvariantCulture)
            : value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        _ => JsonSerializer.Serialize(value, Compact),
    };

    private static decimal WithoutZeros(decimal number) => number == 0 ? 0 : number / 1.000000000000000000000000000000000m;
}
