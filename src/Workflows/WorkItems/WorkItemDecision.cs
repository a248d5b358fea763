using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>What a signer decides. Reject and return need a comment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkItemDecision>))]
public enum WorkItemDecision
{
    [JsonStringEnumMemberName("approve")] Approve,
    [JsonStringEnumMemberName("reject")] Reject,

    /// <summary>Back to the initiator, who may change the record and resubmit.</summary>
    [JsonStringEnumMemberName("return")] Return,
}
