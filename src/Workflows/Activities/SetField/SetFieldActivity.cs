using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.SetField;

/// <summary>Writes constants into fields of the record. Its one outcome is <see cref="Outcomes.Done"/>.</summary>
public sealed record SetFieldActivity : ActivityDefinition
{
    /// <summary>
    /// Values by field name, as the form's own JSON has them; null empties a field. The shell checks and converts them
    /// like input; the strings <c>@me</c> and <c>@today</c> mean what they mean in conditions.
    /// </summary>
    [JsonPropertyOrder(0)]
    public required IReadOnlyDictionary<string, JsonElement> Values { get; init; }
}
