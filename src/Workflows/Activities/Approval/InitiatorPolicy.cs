using System.Text.Json.Serialization;

namespace Workflows.Activities.Approval;

/// <summary>What an approval does when the person who submitted is one of its signers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InitiatorPolicy>))]
public enum InitiatorPolicy
{
    /// <summary>The initiator signs like everybody else.</summary>
    [JsonStringEnumMemberName("allow")] Allow,

    /// <summary>The initiator is not asked. When nobody else is left, the step counts as approved.</summary>
    [JsonStringEnumMemberName("skip")] Skip,

    /// <summary>
    /// The initiator's manager signs instead. Without a manager the initiator is left out, and when nobody else is
    /// left the <see cref="NoSignerPolicy"/> of the step decides.
    /// </summary>
    [JsonStringEnumMemberName("manager")] Manager,
}
