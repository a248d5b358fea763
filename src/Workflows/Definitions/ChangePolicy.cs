using System.Text.Json.Serialization;

namespace Workflows.Definitions;

/// <summary>What happens to a change that a step's own rights allow after the record was submitted (A9).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangePolicy>))]
public enum ChangePolicy
{
    /// <summary>It is shown to later signers as a difference from what was submitted.</summary>
    [JsonStringEnumMemberName("show")] Show,

    /// <summary>It is refused: the record must be returned to be changed.</summary>
    [JsonStringEnumMemberName("block")] Block,
}
