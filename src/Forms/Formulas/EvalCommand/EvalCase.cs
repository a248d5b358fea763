using System.Text.Json;
using System.Text.RegularExpressions;
using Forms.Formulas.Numbers;

namespace Forms.Formulas.EvalCommand;

/// <summary>One line of <c>formula eval</c>.</summary>
/// <param name="Id">As JSON, to be given back as it came.</param>
/// <param name="Call">null when the line cannot be read; then <paramref name="Error"/> says why.</param>
internal sealed partial record EvalCase(string Id, FormulaCall? Call, FormulaError? Error)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    public static EvalCase Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Options);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Wrong("null", "input.json", "The line is not a JSON object.");
            }

            var id = root.TryGetProperty("id", out var given) ? given.GetRawText() : "null";
            return Read(id, root);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Wrong("null", "input.json", "The line is not valid JSON.");
        }
    }

    private static EvalCase Read(string id, JsonElement root)
    {
        if (!root.TryGetProperty("source", out var source) || source.ValueKind != JsonValueKind.String)
        {
            return Wrong(id, "input.case", "\"source\" must be a text.");
        }

        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (root.TryGetProperty("inputs", out var given) && given.ValueKind != JsonValueKind.Null)
        {
            if (given.ValueKind != JsonValueKind.Object)
            {
                return Wrong(id, "input.case", "\"inputs\" must be an object of names and values.");
            }

            if (Value(given) is not Dictionary<string, object?> members)
            {
                return Wrong(id, FormulaErrorCodes.Input, "A number in \"inputs\" has more than 28 digits.");
            }

            inputs = members;
        }

        int? scale = null;
        if (root.TryGetProperty("scale", out var places) && places.ValueKind != JsonValueKind.Null)
        {
            if (places.ValueKind != JsonValueKind.Number || !places.TryGetInt32(out var number))
            {
                return Wrong(id, "input.case", "\"scale\" must be a whole number.");
            }

            scale = number;
        }

        var rounding = root.TryGetProperty("rounding", out var mode) && mode.ValueKind == JsonValueKind.String ? mode.GetString() : null;
        if (rounding is not (null or "half-up" or "bankers"))
        {
            return Wrong(id, "input.case", "\"rounding\" must be \"half-up\" or \"bankers\".");
        }

        return new EvalCase(id, new FormulaCall(source.GetString()!, inputs)
        {
            Scale = scale,
            Rounding = rounding == "bankers" ? RoundingMode.Bankers : RoundingMode.HalfUp,
        }, null);
    }

    private static readonly object TooLarge = new();

    private static object? Value(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.Number:
                return NumberText.TryParse(json.GetRawText(), out var number) ? number : TooLarge;
            case JsonValueKind.String:
                var text = json.GetString()!;
                return PlainDecimal().IsMatch(text) && NumberText.TryParse(text, out var amount) ? amount : text;
            case JsonValueKind.Array:
                var items = json.EnumerateArray().Select(Value).ToArray();
                return Array.IndexOf(items, TooLarge) >= 0 ? TooLarge : items;
            case JsonValueKind.Object:
                var members = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var member in json.EnumerateObject())
                {
                    members[member.Name] = Value(member.Value);
                }

                return members.ContainsValue(TooLarge) ? TooLarge : members;
            default: return null;
        }
    }

    private static EvalCase Wrong(string id, string code, string message) => new(id, null, new FormulaError(code, message, null, null));

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainDecimal();
}
