using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>Where a line leaves: a step and one of its outcomes. Each has at most one transition.</summary>
/// <param name="From">Id of an activity.</param>
/// <param name="Outcome">One of <see cref="FlowOutcomes.Of"/>; <see cref="Outcomes.Done"/> for most kinds.</param>
public readonly record struct Arrow(string From, string Outcome)
{
    /// <summary>Where a transition leaves.</summary>
    public static Arrow Of(TransitionDefinition transition) => new(transition.From, transition.Outcome ?? Outcomes.Done);

    /// <summary>The transition along this arrow; the outcome of most kinds is not written.</summary>
    public TransitionDefinition To(string target) =>
        new() { From = From, Outcome = Outcome == Outcomes.Done ? null : Outcome, To = target };
}
