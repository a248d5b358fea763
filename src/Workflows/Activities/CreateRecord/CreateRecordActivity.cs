using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.CreateRecord;

/// <summary>Creates a record of a form, in the same transaction. Its one outcome is <see cref="Outcomes.Done"/>; a record that breaks a rule of its form is an incident.</summary>
public sealed record CreateRecordActivity : ActivityDefinition
{
    /// <summary>Key of the form.</summary>
    [JsonPropertyOrder(0)]
    public required string Form { get; init; }

    /// <summary>Constants by field of the new record.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyDictionary<string, JsonElement>? Values { get; init; }

    /// <summary>Fields of this record (or a path over one link, or <c>@record</c> for the record itself) by field of the new record.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyDictionary<string, string>? From { get; init; }

    /// <summary>Name of a link field of this record that then leads to the new one; none when absent.</summary>
    [JsonPropertyOrder(3)]
    public string? Into { get; init; }
}
