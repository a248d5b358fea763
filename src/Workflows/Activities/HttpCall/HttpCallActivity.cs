using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.HttpCall;

/// <summary>
/// Calls an HTTP address after the commit and waits for the answer; tried again with growing pauses. Outcome
/// <see cref="Outcomes.Done"/> for an answer of 2xx; <see cref="Outcomes.Failed"/> otherwise, without whose transition a failure
/// is an incident.
/// </summary>
public sealed record HttpCallActivity : ActivityDefinition
{
    /// <summary>GET, POST, PUT, PATCH or DELETE; POST when absent.</summary>
    [JsonPropertyOrder(0)]
    public string? Method { get; init; }

    /// <summary>Absolute address with <c>{field}</c> placeholders, which are escaped.</summary>
    [JsonPropertyOrder(1)]
    public required string Url { get; init; }

    /// <summary>Headers by name; <c>{secret:name}</c> stands for a secret kept by the installation.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Fields sent as JSON; the whole record when absent. GET and DELETE send nothing.</summary>
    [JsonPropertyOrder(3)]
    public IReadOnlyList<string>? Body { get; init; }

    /// <summary>Members of the JSON answer by the field that they are written into: <c>"score": "result.score"</c>.</summary>
    [JsonPropertyOrder(4)]
    public IReadOnlyDictionary<string, string>? Into { get; init; }
}
