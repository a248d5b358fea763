using System.Text.Json;

namespace Forms.Fields;

/// <summary>Yes or no; empty counts as not answered.</summary>
public sealed record YesNoField : FieldDefinition
{
    public override FieldStorage Storage => new FieldStorage.YesNo();

    public override ParsedValue Parse(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => ParsedValue.Empty,
        JsonValueKind.True => ParsedValue.Of(true),
        JsonValueKind.False => ParsedValue.Of(false),
        JsonValueKind.Number or JsonValueKind.String => json.ToString().Trim().ToUpperInvariant() switch
        {
            "" => ParsedValue.Empty,
            "1" or "TRUE" or "YES" => ParsedValue.Of(true),
            "0" or "FALSE" or "NO" => ParsedValue.Of(false),
            var other => this.Wrong("field.yes-no", $"\"{other}\" is neither yes nor no.", other),
        },
        _ => this.Wrong("field.yes-no", $"{this.Label} expects yes or no."),
    };

    public override string Format(object? value, FieldFormat format) => value switch
    {
        true => format.Labels.Find("words/yes", format.Culture) ?? "Yes",
        false => format.Labels.Find("words/no", format.Culture) ?? "No",
        _ => string.Empty,
    };
}
