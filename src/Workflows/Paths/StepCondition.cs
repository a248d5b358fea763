using Forms.Conditions;
using Workflows.Activities.Decision;
using Workflows.Activities.Fork;
using Workflows.Activities.Switch;
using Workflows.Definitions;

namespace Workflows.Paths;

/// <summary>The decision that a step hangs on: the step comes only if the condition gives <see cref="ComesIf"/>.</summary>
/// <param name="ActivityId">The decision, switch or fork.</param>
/// <param name="Label">Its label, or that of its case or branch: "Over ¥500,000".</param>
public sealed record StepCondition(string ActivityId, string Label, Condition Condition, bool ComesIf)
{
    /// <summary>Name of the case or branch that <see cref="Label"/> is of; null for a decision.</summary>
    public string? Branch { get; init; }

    /// <summary>The condition under which an activity goes on by an outcome; null when it always does.</summary>
    internal static StepCondition? Of(ActivityDefinition activity, string outcome) => activity switch
    {
        DecisionActivity decision => new(decision.Id, decision.Label, decision.Condition, string.Equals(outcome, Outcomes.True, StringComparison.Ordinal)),
        SwitchActivity choice => choice.Cases.FirstOrDefault(one => one.Name == outcome) is { } taken
            ? new(choice.Id, taken.Label, taken.Condition, true) { Branch = taken.Name }
            : new(choice.Id, choice.Label, new Condition { Any = [.. choice.Cases.Select(one => one.Condition)] }, false),
        ForkActivity fork => fork.Branches.FirstOrDefault(one => one.Name == outcome) switch
        {
            { Condition: { } condition } branch => new(fork.Id, branch.Label, condition, true) { Branch = branch.Name },
            null when outcome == Outcomes.None => new(fork.Id, fork.Label, new Condition { Any = [.. fork.Branches.Select(one => one.Condition!)] }, false),
            _ => null,
        },
        _ => null,
    };
}
