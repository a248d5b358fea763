using System.Globalization;
using System.Text.Json;
using Forms.BusinessTime;

namespace Forms.Definitions.Json;

/// <summary>Checks texts, numbers, yes/no and words of an enum.</summary>
internal static class SimpleValue
{
    internal static void Check(JsonElement json, Type type, string path, Action<string, string, string> report)
    {
        if (type.IsEnum)
        {
            CheckWord(json, type, path, report);
        }
        else if (type == typeof(BusinessDuration) && json.ValueKind == JsonValueKind.String)
        {
            if (!BusinessDuration.TryParse(json.GetString()!, out _, out var problem))
            {
                report(path, problem.Code, problem.Message);
            }
        }
        else if (Expected(json, type) is { } expected)
        {
            report(path, "definition.wrong-type", $"{expected} is expected, but found {Found(json)}.");
        }
    }

    internal static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "An object in braces { }",
        JsonValueKind.Array => "A list in brackets [ ]",
        _ => kind.ToString(),
    };

    internal static string Found(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        JsonValueKind.String => $"the text {Short(json)}",
        JsonValueKind.Number => $"the number {Short(json)}",
        _ => Short(json),
    };

    /// <summary>What the type wants, when the value is not that.</summary>
    private static string? Expected(JsonElement json, Type type)
    {
        if (type == typeof(BusinessDuration))
        {
            return "A duration such as \"2bd\"";
        }

        if (type == typeof(string))
        {
            return json.ValueKind == JsonValueKind.String ? null : "A text in double quotes";
        }

        if (type == typeof(bool))
        {
            return json.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "true or false";
        }

        if (type == typeof(int))
        {
            return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out _) ? null : "A whole number";
        }

        if (type == typeof(decimal))
        {
            return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _) ? null : "A number";
        }

        if (type == typeof(DateOnly))
        {
            return json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "A date such as \"2026-12-31\"";
        }

        return type == typeof(Guid) && !(json.ValueKind == JsonValueKind.String && json.TryGetGuid(out _)) ? "An id (GUID)" : null;
    }

    private static void CheckWord(JsonElement json, Type type, string path, Action<string, string, string> report)
    {
        var words = Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(value => JsonSerializer.SerializeToElement(Enum.ToObject(type, value), type, DefinitionJson.Options).GetString()!)
            .ToList();
        var word = json.ValueKind == JsonValueKind.String ? json.GetString()! : null;
        if (word is null || !words.Contains(word, StringComparer.Ordinal))
        {
            var guess = word is null ? string.Empty : Spelling.DidYouMean(word, words);
            report(path, "definition.unknown-value", $"One of {Spelling.List(words)} is expected, but found {Found(json)}.{guess}");
        }
    }

    private static string Short(JsonElement json)
    {
        var text = json.GetRawText();
        return text.Length <= 40 ? text : text[..40] + "…";
    }
}
