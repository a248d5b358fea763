using System.Text.Json.Serialization;

namespace Workflows.Activities.Approval;

/// <summary>How many signers of an approval are needed. Except in a vote, one rejection rejects.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignMode>))]
public enum SignMode
{
    /// <summary>Everybody, all asked at once (会签).</summary>
    [JsonStringEnumMemberName("all")] All,

    /// <summary>Whoever decides first, all asked at once (或签).</summary>
    [JsonStringEnumMemberName("any")] Any,

    /// <summary>Everybody, one after the other (依次).</summary>
    [JsonStringEnumMemberName("sequence")] Sequence,

    /// <summary>A share of all weights, all asked at once (投票). It is rejected as soon as the share cannot be reached any more.</summary>
    [JsonStringEnumMemberName("vote")] Vote,
}
