using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.Approval;

/// <summary>
/// People decide. Outcomes <see cref="Outcomes.Approved"/> (needs a transition) and <see cref="Outcomes.Rejected"/>
/// (without one, a rejection ends the instance as rejected). A person found by several rules signs once.
/// </summary>
public sealed record ApprovalActivity : ActivityDefinition
{
    /// <summary>How many of the signers are needed.</summary>
    [JsonPropertyOrder(0)]
    public SignMode Mode { get; init; }

    /// <summary>Who signs, at least one rule. The order matters for <see cref="SignMode.Sequence"/>.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<SignerRule> Signers { get; init; }

    /// <summary>What happens when the rules find nobody.</summary>
    [JsonPropertyOrder(2)]
    public NoSignerPolicy IfNoSigner { get; init; }

    /// <summary>What happens when the initiator is one of the signers.</summary>
    [JsonPropertyOrder(3)]
    public InitiatorPolicy IfInitiator { get; init; }

    /// <summary>Approving needs a comment, too; rejecting and returning always do.</summary>
    [JsonPropertyOrder(4)]
    public bool ApproveNeedsComment { get; init; }
}
