using Forms.Conditions;
using Workflows.Activities.Decision;
using Workflows.Definitions;

namespace Workflows.Paths;

/// <summary>The decision that a step hangs on: the step comes only if the condition gives <see cref="ComesIf"/>.</summary>
/// <param name="ActivityId">The decision.</param>
/// <param name="Label">Its label: "Over ¥500,000".</param>
public sealed record StepCondition(string ActivityId, string Label, Condition Condition, bool ComesIf)
{
    internal static StepCondition Of(DecisionActivity decision, string outcome) =>
        new(decision.Id, decision.Label, decision.Condition, string.Equals(outcome, Outcomes.True, StringComparison.Ordinal));
}
