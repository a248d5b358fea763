using System.Text.Json.Serialization;

namespace Workflows.Definitions;

/// <summary>The activity <see cref="To"/> follows when the activity <see cref="From"/> ends with <see cref="Outcome"/>.</summary>
public sealed record TransitionDefinition
{
    /// <summary>Id of an activity.</summary>
    [JsonPropertyOrder(0)]
    public required string From { get; init; }

    /// <summary>One of <see cref="Outcomes"/>; <see cref="Outcomes.Done"/> when absent.</summary>
    [JsonPropertyOrder(1)]
    public string? Outcome { get; init; }

    /// <summary>Id of an activity.</summary>
    [JsonPropertyOrder(2)]
    public required string To { get; init; }
}
