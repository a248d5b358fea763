using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.Wait;

/// <summary>
/// Waits for a moment, for an event, or for whichever comes first. Outcome <see cref="Outcomes.Done"/>; and
/// <see cref="Outcomes.Timeout"/>, which needs a transition when both are given.
/// </summary>
public sealed record WaitActivity : ActivityDefinition
{
    /// <summary>Business duration from now: <c>2bd</c>. Counted from <see cref="Until"/> when both are given; may then be negative.</summary>
    [JsonPropertyOrder(0)]
    public string? After { get; init; }

    /// <summary>Name of a date field; an empty or past date does not wait.</summary>
    [JsonPropertyOrder(1)]
    public string? Until { get; init; }

    /// <summary>Name of an event raised for the record: <c>payment-received</c>.</summary>
    [JsonPropertyOrder(2)]
    public string? Event { get; init; }

    /// <summary>Key of the calendar; the workflow's when absent.</summary>
    [JsonPropertyOrder(3)]
    public string? Calendar { get; init; }
}
