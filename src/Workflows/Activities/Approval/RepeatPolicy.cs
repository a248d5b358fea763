using System.Text.Json.Serialization;

namespace Workflows.Activities.Approval;

/// <summary>
/// What an approval does with a signer who has approved before. An approval counts as long as its step does: a return
/// that undoes the step undoes it as well.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<RepeatPolicy>))]
public enum RepeatPolicy
{
    /// <summary>The signer is asked again.</summary>
    [JsonStringEnumMemberName("ask")] Ask,

    /// <summary>Approving the step right before this one counts here as well.</summary>
    [JsonStringEnumMemberName("skipConsecutive")] SkipConsecutive,

    /// <summary>Approving any step before this one counts here as well.</summary>
    [JsonStringEnumMemberName("skipApproved")] SkipApproved,
}
