using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>Where a work item stands. Only <see cref="Open"/> can be acted on: <see cref="WorkItemLifecycle"/>.</summary>
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
}
