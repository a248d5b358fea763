using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>How a work item is completed. Reject and return need a comment unless the step says otherwise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkItemDecision>))]
public enum WorkItemDecision
{
    /// <summary>On an item of kind advise it is the advice to approve.</summary>
    [JsonStringEnumMemberName("approve")] Approve,

    /// <summary>On an item of kind advise it is the advice to reject.</summary>
    [JsonStringEnumMemberName("reject")] Reject,

    /// <summary>Back to the initiator or to a step that was passed.</summary>
    [JsonStringEnumMemberName("return")] Return,

    /// <summary>The task is done.</summary>
    [JsonStringEnumMemberName("complete")] Complete,
}
