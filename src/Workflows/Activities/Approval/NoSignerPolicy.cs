using System.Text.Json.Serialization;

namespace Workflows.Activities.Approval;

/// <summary>What an approval does when its rules find nobody.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoSignerPolicy>))]
public enum NoSignerPolicy
{
    /// <summary>An administrator signs instead.</summary>
    [JsonStringEnumMemberName("administrator")] Administrator,

    /// <summary>The step counts as approved.</summary>
    [JsonStringEnumMemberName("approve")] Approve,

    /// <summary>The step counts as rejected.</summary>
    [JsonStringEnumMemberName("reject")] Reject,

    /// <summary>A named person signs instead; an administrator, should that person have left.</summary>
    [JsonStringEnumMemberName("person")] Person,
}
