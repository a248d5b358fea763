using System.Text.Json;

namespace Forms.Fields;

/// <summary>What links and people share: an id.</summary>
internal static class IdValue
{
    internal static ParsedValue Parse(FieldDefinition field, JsonElement json, TextValue.WrongValue wrong)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return ParsedValue.Empty;
        }

        if (json.ValueKind == JsonValueKind.String && json.GetString() is { } text)
        {
            if (text.Length == 0)
            {
                return ParsedValue.Empty;
            }

            if (Guid.TryParse(text, out var id) && id != Guid.Empty)
            {
                return ParsedValue.Of(id);
            }
        }

        return wrong("field.link", $"{field.Label} expects the id of a record.");
    }
}
