using System.Text.Json;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Reading;

/// <summary>Reads inputs of activities: <c>{ "typeName", "expression": { "type", "value" } }</c>, or a bare value.</summary>
internal static class InputReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "typeName", "expression", "memoryReference" };

    /// <summary>Null when nothing is given, or something that is a problem.</summary>
    public static ElsaInput? Read(JsonPlace place, InputRule rule)
    {
        if (!place.Exists)
        {
            return null;
        }

        if (place.Element.ValueKind != JsonValueKind.Object)
        {
            return Literal(place, rule);
        }

        place.RefuseOthers(Known.Contains, "part of an input");
        return place.Member("expression") is { Exists: true } expression && expression.NeedObject() ? Expression(expression, rule) : null;
    }

    public static ElsaInput? Expression(JsonPlace place, InputRule rule)
    {
        var value = place.Member("value");
        var type = place.Member("type").Text();
        switch (type)
        {
            case null or "Literal":
                return Literal(value, rule);
            case "Object" or "Json":
                return Json(value, rule);
            case "JavaScript" when !rule.Fixed:
                return value.Exists && value.Text() is { } script && !string.IsNullOrWhiteSpace(script) ? new ElsaInput(new JavaScriptExpression(script), rule.Type) : null;
            case "Variable" when value.Exists:
                return new ElsaInput(Variable(value), rule.Type);
            case "Input" or "WorkflowInput" when value.Exists:
                return new ElsaInput(new InputExpression(NameOf(value) ?? string.Empty), rule.Type);
            case "Variable" or "Input" or "WorkflowInput":
                return null;
            case "JavaScript":
                place.Report.Error(place.Member("type").Path, "elsa.fixed-input", $"Expected {rule.Name} to be written or taken from a variable or input, but found a script.");
                return null;
            default:
                place.Report.Error(
                    place.Member("type").Path,
                    "elsa.unknown-expression",
                    $"Expected an expression of type Literal, Object, JavaScript, Variable or Input, but found '{type}'.");
                return null;
        }
    }

    public static VariableExpression Variable(JsonPlace place)
    {
        place = Unwrapped(place);
        return place.Element.ValueKind == JsonValueKind.Object
            ? new VariableExpression(place.Member("id").Text(), place.Member("name").Text())
            : new VariableExpression(place.Text(), place.Text());
    }

    /// <summary>The id of the variable or the name of the output that a result goes to.</summary>
    public static string? Output(JsonPlace place)
    {
        if (!place.Exists || !place.NeedObject())
        {
            return null;
        }

        place.RefuseOthers(Known.Contains, "part of an output");
        return place.Member("memoryReference") is { Exists: true } reference && reference.NeedObject() ? reference.Member("id").Text() : null;
    }

    public static void WrongLiteral(JsonPlace place, ElsaType type) => place.Report.Error(
        place.Path,
        "elsa.literal",
        $"Expected a value of type {type.Name}, but found '{Shorten(ElsaValues.Text(place.Element))}'.");

    private static ElsaInput? Literal(JsonPlace place, InputRule rule)
    {
        if (!place.Exists)
        {
            return null;
        }

        if (rule.Words is { } words)
        {
            return Word(place, rule, words);
        }

        if (rule.Type.Convert(place.Element) is { } value)
        {
            return new ElsaInput(new LiteralExpression(value), rule.Type);
        }

        WrongLiteral(place, rule.Type);
        return null;
    }

    private static ElsaInput? Json(JsonPlace place, InputRule rule)
    {
        if (!place.Exists || place.Element.ValueKind != JsonValueKind.String || rule.Words is not null)
        {
            return Literal(place, rule);
        }

        var text = place.Element.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!ElsaJson.TryParse(text, out var parsed))
        {
            place.Report.Error(place.Path, "elsa.object", $"Expected JSON in the text, but found '{Shorten(text)}'.");
            return null;
        }

        return Literal(place with { Element = parsed }, rule);
    }

    /// <summary>A word of a list, or its number in the list.</summary>
    private static ElsaInput? Word(JsonPlace place, InputRule rule, IReadOnlyList<string> words)
    {
        var text = ElsaValues.Text(place.Element);
        var word = int.TryParse(text, out var index) && index >= 0 && index < words.Count ? words[index]
            : words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (word is null)
        {
            place.Report.Error(place.Path, "elsa.word", $"Expected one of {string.Join(", ", words)}, but found '{Shorten(text)}'.");
            return null;
        }

        return new ElsaInput(new LiteralExpression(ElsaValues.Of(word)), rule.Type);
    }

    private static string? NameOf(JsonPlace value)
    {
        value = Unwrapped(value);
        return value.Element.ValueKind == JsonValueKind.Object ? value.Member("name").Text() : value.Text();
    }

    /// <summary>A reference may stand as JSON in a text.</summary>
    private static JsonPlace Unwrapped(JsonPlace place) =>
        place.Element.ValueKind == JsonValueKind.String && ElsaJson.TryParse(place.Element.GetString()!, out var inside) && inside.ValueKind == JsonValueKind.Object
            ? place with { Element = inside }
            : place;

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
}
