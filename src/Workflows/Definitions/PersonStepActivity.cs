using System.Text.Json.Serialization;
using Workflows.Activities.Approval;

namespace Workflows.Definitions;

/// <summary>
/// A step at which people have something to do: what approvals and fill-in tasks have in common. Whatever is left out
/// is the everyday choice.
/// </summary>
public abstract record PersonStepActivity : ActivityDefinition
{
    /// <summary>Who is asked, at least one rule; a person found by several rules is asked once. Order matters for a sequence.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<SignerRule> Signers { get; init; }

    /// <summary>What happens when the rules find nobody.</summary>
    [JsonPropertyOrder(2)]
    public NoSignerPolicy IfNoSigner { get; init; }

    /// <summary>Key of the person asked with <see cref="NoSignerPolicy.Person"/>.</summary>
    [JsonPropertyOrder(3)]
    public string? StandIn { get; init; }

    /// <summary>What may be done here besides the decision.</summary>
    [JsonPropertyOrder(20)]
    public StepActions? Actions { get; init; }

    /// <summary>By when, and what happens before and after; none when absent.</summary>
    [JsonPropertyOrder(21)]
    public DeadlineSettings? Deadline { get; init; }

    /// <summary>
    /// Rights of the people asked here, by field: <c>discount</c>, or <c>lines.quantity</c> for a column. A field that
    /// is not named can be read. They narrow what roles allow to read, and open single fields for writing although the
    /// record is locked (A8).
    /// </summary>
    [JsonPropertyOrder(22)]
    public IReadOnlyDictionary<string, FieldRight>? Fields { get; init; }

    /// <summary>Whether rows may be added or removed, by sub-table; neither for a table that is not named.</summary>
    [JsonPropertyOrder(23)]
    public IReadOnlyDictionary<string, RowRights>? Rows { get; init; }

    /// <summary>The actions in force.</summary>
    [JsonIgnore]
    public StepActions ActionsInForce => Actions ?? StepActions.Everyday;
}
