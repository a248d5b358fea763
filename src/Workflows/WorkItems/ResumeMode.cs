using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>How a returned instance goes on after it was resubmitted. Whoever returns it chooses.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResumeMode>))]
public enum ResumeMode
{
    /// <summary>From the start, every step again, conditions included.</summary>
    [JsonStringEnumMemberName("inOrder")] InOrder,

    /// <summary>To the step that returned it; approvals before it stay valid, its own signers are asked again.</summary>
    [JsonStringEnumMemberName("straightBack")] StraightBack,
}
