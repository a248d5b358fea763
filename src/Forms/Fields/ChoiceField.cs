using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.Fields;

/// <summary>One of a few named values. The value is kept, the label is shown.</summary>
public sealed record ChoiceField : FieldDefinition
{
    /// <summary>In the order in which they are offered; at least one.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<Choice> Choices { get; init; }

    public override FieldStorage Storage => new FieldStorage.Text(MaxLength: 60);

    public override ParsedValue Parse(JsonElement json)
    {
        var parsed = TextValue.Parse(this, json, this.Wrong);
        if (parsed.Problem is not null || parsed.Value is not string text || this.Choices.Any(choice => choice.Value == text))
        {
            return parsed;
        }

        var allowed = string.Join(", ", this.Choices.Select(choice => choice.Value));
        return this.Wrong("field.choice", $"\"{text}\" is not one of: {allowed}.", text, allowed);
    }

    public override string Format(object? value, FieldFormat format)
    {
        var choice = this.Choices.FirstOrDefault(candidate => candidate.Value == value as string);
        return choice is null ? value as string ?? string.Empty : format.Labels.Find($"{format.LabelPath}/{choice.Value}", format.Culture) ?? choice.Label;
    }
}

/// <summary>A value of a <see cref="ChoiceField"/>.</summary>
/// <param name="Value">Kept in records; never changed once used.</param>
/// <param name="Label">Read by people, in English.</param>
public sealed record Choice(string Value, string Label)
{
    /// <summary>Shown as a pill of this state (docs/interface: draft, inApproval, returned, approved, rejected …); plain text when absent.</summary>
    public string? Pill { get; init; }
}
