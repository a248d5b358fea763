using Workflows.Activities;
using Workflows.Activities.Decision;
using Workflows.Activities.Fork;
using Workflows.Activities.Switch;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>A way in which a step can end, as the drawing shows it.</summary>
/// <param name="Required">Whether a line must leave by it; the others are drawn only when somebody wants them.</param>
public sealed record FlowOutcome(string Name, bool Required = true);

/// <summary>The ways in which a step with its present settings can end, the one that the main line follows first.</summary>
public static class FlowOutcomes
{
    public static IReadOnlyList<FlowOutcome> Of(ActivityDefinition activity) =>
    [
        .. ActivityKinds.Of(activity).OutcomesOf(activity)
            .DistinctBy(outcome => outcome.Name, StringComparer.Ordinal)
            .Select(outcome => new FlowOutcome(outcome.Name, outcome.Required)),
    ];

    /// <summary>Whether the step stands with the branches between it and their meeting point as one block.</summary>
    internal static bool OpensBlock(ActivityDefinition activity) =>
        activity is DecisionActivity or SwitchActivity or ForkActivity || Of(activity).Count(outcome => outcome.Required) > 1;
}
