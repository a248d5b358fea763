using System.Globalization;
using System.Text.Json;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>What the text types share: trimming, and a length that is said in the message.</summary>
internal static class TextValue
{
    internal delegate ParsedValue WrongValue(string code, string message, params string[] arguments);

    internal static ParsedValue Parse(FieldDefinition field, JsonElement json, WrongValue wrong)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return ParsedValue.Empty;
            case JsonValueKind.Number:
                return ParsedValue.Of(json.GetRawText());
            case JsonValueKind.String:
                var text = json.GetString()!.Trim();
                if (text.Contains('\0', StringComparison.Ordinal))
                {
                    return wrong("field.text.control", $"{field.Label} holds a character that cannot be kept.");
                }

                return ParsedValue.Of(text.Length == 0 ? null : text);
            default:
                return wrong("field.text", $"{field.Label} expects text, but found {NameOf(json.ValueKind)}.");
        }
    }

    internal static IEnumerable<Problem> CheckLength(FieldDefinition field, object value, int limit)
    {
        if (value is string text && text.Length > limit)
        {
            var most = limit.ToString(CultureInfo.InvariantCulture);
            var found = text.Length.ToString(CultureInfo.InvariantCulture);
            yield return new Problem(field.Name, "field.too-long", $"At most {most} characters, this has {found}.")
            {
                Arguments = [most, found],
            };
        }
    }

    internal static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "text",
        _ => "nothing",
    };
}
