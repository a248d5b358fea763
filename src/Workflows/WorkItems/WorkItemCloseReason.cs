using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>Why a work item closed without a decision of its person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkItemCloseReason>))]
public enum WorkItemCloseReason
{
    /// <summary>Others approved and that was enough.</summary>
    [JsonStringEnumMemberName("approvedByAnother")] ApprovedByAnother,

    /// <summary>Somebody else rejected.</summary>
    [JsonStringEnumMemberName("rejectedByAnother")] RejectedByAnother,

    /// <summary>Somebody else returned the instance.</summary>
    [JsonStringEnumMemberName("returnedByAnother")] ReturnedByAnother,

    /// <summary>The initiator resubmitted: a revise item has done its work.</summary>
    [JsonStringEnumMemberName("resubmitted")] Resubmitted,

    /// <summary>The initiator withdrew.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>Somebody else has done the task.</summary>
    [JsonStringEnumMemberName("doneByAnother")] DoneByAnother,

    /// <summary>The delegate decided in its place; counts as the delegate's decision.</summary>
    [JsonStringEnumMemberName("decidedByDelegate")] DecidedByDelegate,

    /// <summary>Its delegation was called back.</summary>
    [JsonStringEnumMemberName("recalled")] Recalled,

    /// <summary>The added signer was removed again.</summary>
    [JsonStringEnumMemberName("removed")] Removed,

    /// <summary>The decision that had opened it was taken back.</summary>
    [JsonStringEnumMemberName("takenBack")] TakenBack,

    /// <summary>Another branch was enough for the join.</summary>
    [JsonStringEnumMemberName("notNeeded")] NotNeeded,

    /// <summary>An administrator ended the instance.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,

    /// <summary>An administrator moved the instance elsewhere.</summary>
    [JsonStringEnumMemberName("jumped")] Jumped,
}
