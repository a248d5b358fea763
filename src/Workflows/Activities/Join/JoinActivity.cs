using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.Join;

/// <summary>
/// Where the branches of a fork meet. Its one outcome is <see cref="Outcomes.Done"/>. When it goes on before all
/// branches are there, whatever is open in the others is closed.
/// </summary>
public sealed record JoinActivity : ActivityDefinition
{
    [JsonPropertyOrder(0)]
    public JoinMode Mode { get; init; }

    /// <summary>How many branches <see cref="JoinMode.Count"/> waits for; fewer if fewer can still come.</summary>
    [JsonPropertyOrder(1)]
    public int? Count { get; init; }
}

/// <summary>For how many branches a join waits.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoinMode>))]
public enum JoinMode
{
    /// <summary>For every branch that was taken and has not ended elsewhere.</summary>
    [JsonStringEnumMemberName("all")] All,

    /// <summary>For the first.</summary>
    [JsonStringEnumMemberName("any")] Any,

    /// <summary>For a number of them.</summary>
    [JsonStringEnumMemberName("count")] Count,
}
