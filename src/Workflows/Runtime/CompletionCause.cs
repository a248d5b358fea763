using System.Text.Json.Serialization;

namespace Workflows.Runtime;

/// <summary>Why a step ended with its outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CompletionCause>))]
public enum CompletionCause
{
    /// <summary>It did what it is there for: people decided, the condition was evaluated, the fields were set.</summary>
    [JsonStringEnumMemberName("itself")] Itself,

    /// <summary>The rules of the step found nobody, and its policy decided.</summary>
    [JsonStringEnumMemberName("noSigner")] NoSigner,

    /// <summary>The initiator was the only signer, and the policy leaves the initiator out.</summary>
    [JsonStringEnumMemberName("initiatorSkipped")] InitiatorSkipped,

    /// <summary>Enough signers had approved at an earlier step, and the policy counts that.</summary>
    [JsonStringEnumMemberName("repeated")] Repeated,
}
