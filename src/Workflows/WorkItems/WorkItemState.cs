using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>Where a work item stands. What is legal in each: <see cref="WorkItemLifecycle"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkItemState>))]
public enum WorkItemState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("approved")] Approved,
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>Its person sent the instance back.</summary>
    [JsonStringEnumMemberName("returned")] Returned,

    /// <summary>It is no longer needed: <see cref="WorkItem.CloseReason"/>.</summary>
    [JsonStringEnumMemberName("closed")] Closed,

    /// <summary>It waits for somebody or something else first: <see cref="WorkItem.HeldFor"/>.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>A task was completed, advice was given, a copy was read.</summary>
    [JsonStringEnumMemberName("done")] Done,
}
