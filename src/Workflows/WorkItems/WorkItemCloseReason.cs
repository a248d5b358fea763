using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>Why a work item closed without a decision of its person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkItemCloseReason>))]
public enum WorkItemCloseReason
{
    /// <summary>Somebody else approved and one approval was enough.</summary>
    [JsonStringEnumMemberName("approvedByAnother")] ApprovedByAnother,

    /// <summary>Somebody else rejected.</summary>
    [JsonStringEnumMemberName("rejectedByAnother")] RejectedByAnother,

    /// <summary>Somebody else returned the instance.</summary>
    [JsonStringEnumMemberName("returnedByAnother")] ReturnedByAnother,

    /// <summary>The initiator resubmitted: a revise item has done its work.</summary>
    [JsonStringEnumMemberName("resubmitted")] Resubmitted,

    /// <summary>The initiator withdrew.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}
