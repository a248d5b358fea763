using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.UpdateRecord;

/// <summary>Writes fields of the record behind a link, in the same transaction. Its one outcome is <see cref="Outcomes.Done"/>; an empty link passes.</summary>
public sealed record UpdateRecordActivity : ActivityDefinition
{
    /// <summary>Name of a link field of this record.</summary>
    [JsonPropertyOrder(0)]
    public required string Link { get; init; }

    /// <summary>Constants by field of the linked record.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyDictionary<string, JsonElement>? Values { get; init; }

    /// <summary>Fields of this record by field of the linked record.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyDictionary<string, string>? From { get; init; }
}
