using System.Text.Json.Serialization;

namespace Workflows.Runtime;

/// <summary>Where an instance stands. What is legal in each: <see cref="InstanceLifecycle"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstanceStatus>))]
public enum InstanceStatus
{
    /// <summary>There is no instance yet; no state has this status.</summary>
    [JsonStringEnumMemberName("notStarted")] NotStarted,

    /// <summary>In approval.</summary>
    [JsonStringEnumMemberName("running")] Running,

    /// <summary>Back with its initiator.</summary>
    [JsonStringEnumMemberName("returned")] Returned,

    /// <summary>Ended as approved.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Ended as rejected.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>Ended by its initiator.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>Stopped by an administrator until it is resumed; no clock runs.</summary>
    [JsonStringEnumMemberName("suspended")] Suspended,

    /// <summary>Ended by an administrator.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}
