using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.End;

/// <summary>Ends the instance. It has no outcome.</summary>
public sealed record EndActivity : ActivityDefinition
{
    [JsonPropertyOrder(0)]
    public EndResult Result { get; init; }
}

/// <summary>With which result an instance ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EndResult>))]
public enum EndResult
{
    [JsonStringEnumMemberName("approved")] Approved,
    [JsonStringEnumMemberName("rejected")] Rejected,
}
