using System.Text.Json.Serialization;
using Forms.Conditions;
using Workflows.Definitions;

namespace Workflows.Activities.Start;

/// <summary>Where an instance begins. Its one outcome is <see cref="Outcomes.Done"/>.</summary>
public sealed record StartActivity : ActivityDefinition
{
    /// <summary>What starts an instance; a person who submits when absent.</summary>
    [JsonPropertyOrder(0)]
    public IReadOnlyList<StartTrigger>? On { get; init; }

    /// <summary>How long a person must wait between two urges; 4 business hours when absent.</summary>
    [JsonPropertyOrder(1)]
    public string? UrgeEvery { get; init; }
}

/// <summary>Something that starts an instance.</summary>
public sealed record StartTrigger
{
    [JsonPropertyOrder(0)]
    public required StartTriggerKind By { get; init; }

    /// <summary>For <see cref="StartTriggerKind.Changed"/>: only when one of these fields has changed; any when absent.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>For <see cref="StartTriggerKind.Schedule"/>: a Quartz cron expression in the time zone of the company.</summary>
    [JsonPropertyOrder(2)]
    public string? Cron { get; init; }

    /// <summary>Only for records for which it holds. A schedule starts an instance for each of them that has none.</summary>
    [JsonPropertyOrder(3)]
    public Condition? If { get; init; }
}

/// <summary>What starts an instance.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StartTriggerKind>))]
public enum StartTriggerKind
{
    /// <summary>A person submits the record.</summary>
    [JsonStringEnumMemberName("hand")] Hand,

    /// <summary>A record was created.</summary>
    [JsonStringEnumMemberName("created")] Created,

    /// <summary>A record was changed.</summary>
    [JsonStringEnumMemberName("changed")] Changed,

    /// <summary>A moment has come.</summary>
    [JsonStringEnumMemberName("schedule")] Schedule,

    /// <summary>A program calls the API, or another workflow starts it.</summary>
    [JsonStringEnumMemberName("call")] Call,
}
