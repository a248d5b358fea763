using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.Approval;

/// <summary>
/// People decide. Outcomes <see cref="Outcomes.Approved"/> (needs a transition) and <see cref="Outcomes.Rejected"/>
/// (without one, a rejection ends the instance as rejected).
/// </summary>
public sealed record ApprovalActivity : PersonStepActivity
{
    /// <summary>How many of the signers are needed.</summary>
    [JsonPropertyOrder(0)]
    public SignMode Mode { get; init; }

    /// <summary>
    /// For <see cref="SignMode.Vote"/>: the share of all weights, above 0 and at most 1, that must approve; more than half
    /// when absent.
    /// </summary>
    [JsonPropertyOrder(4)]
    public decimal? Share { get; init; }

    /// <summary>What happens when the initiator is one of the signers.</summary>
    [JsonPropertyOrder(5)]
    public InitiatorPolicy IfInitiator { get; init; }

    /// <summary>What happens when a signer has approved the same record at an earlier step.</summary>
    [JsonPropertyOrder(6)]
    public RepeatPolicy IfRepeated { get; init; }

    /// <summary>Approving needs a comment, too; rejecting and returning do unless the actions say otherwise.</summary>
    [JsonPropertyOrder(7)]
    public bool ApproveNeedsComment { get; init; }
}
