using System.Text.Json.Serialization;
using Forms.Conditions;
using Workflows.Definitions;

namespace Workflows.Activities.Decision;

/// <summary>
/// Branches by a condition over the record as it is when the step is reached. Outcomes <see cref="Outcomes.True"/> and
/// <see cref="Outcomes.False"/>; both need a transition.
/// </summary>
public sealed record DecisionActivity : ActivityDefinition
{
    [JsonPropertyOrder(0)]
    public required Condition Condition { get; init; }
}
