using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>What a held work item waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeldFor>))]
public enum HeldFor
{
    /// <summary>Signers that its holder has added before.</summary>
    [JsonStringEnumMemberName("addedBefore")] AddedBefore,

    /// <summary>The approval of the signer who added it.</summary>
    [JsonStringEnumMemberName("adder")] Adder,

    /// <summary>The word of a delegate.</summary>
    [JsonStringEnumMemberName("delegate")] Delegate,

    /// <summary>A straight return to come back.</summary>
    [JsonStringEnumMemberName("return")] Return,
}
