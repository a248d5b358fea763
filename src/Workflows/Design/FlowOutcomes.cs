using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.HttpCall;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.Wait;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>A way in which a step can end, as the drawing shows it.</summary>
/// <param name="Required">Whether a line must leave by it; the others are drawn only when somebody wants them.</param>
public sealed record FlowOutcome(string Name, bool Required = true);

/// <summary>The ways in which a step with its present settings can end, the one that the main line follows first.</summary>
public static class FlowOutcomes
{
    private static readonly IReadOnlyList<FlowOutcome> OnlyDone = [new(Outcomes.Done)];
    private static readonly IReadOnlyList<FlowOutcome> Decided = [new(Outcomes.Approved), new(Outcomes.Rejected, Required: false)];

    public static IReadOnlyList<FlowOutcome> Of(ActivityDefinition activity) => activity switch
    {
        EndActivity => [],
        DecisionActivity => [new(Outcomes.True), new(Outcomes.False)],
        SwitchActivity choice => Named(choice.Cases.Select(one => one.Name).Append(Outcomes.Otherwise)),
        ForkActivity fork => Named(fork.Branches.Select(branch => branch.Name).Concat(fork.Branches.All(branch => branch.Condition is not null) ? [Outcomes.None] : [])),
        ApprovalActivity or SubWorkflowActivity => Decided,
        FillInActivity { Buttons: { Count: > 0 } buttons } => Named(buttons.Select(button => button.Name)),
        WaitActivity { Event: not null } wait when wait.After is not null || wait.Until is not null => [new(Outcomes.Done), new(Outcomes.Timeout)],
        HttpCallActivity => [new(Outcomes.Done), new(Outcomes.Failed, Required: false)],
        _ => OnlyDone,
    };

    /// <summary>Whether an instance can stay at the step between two acts, so that a circle through it does not spin.</summary>
    public static bool Waits(ActivityDefinition activity) =>
        activity is PersonStepActivity or WaitActivity or HttpCallActivity or SubWorkflowActivity { GoesOn: false };

    /// <summary>Whether the step stands with the branches between it and their meeting point as one block.</summary>
    internal static bool OpensBlock(ActivityDefinition activity) =>
        activity is DecisionActivity or SwitchActivity or ForkActivity || Of(activity).Count(outcome => outcome.Required) > 1;

    private static FlowOutcome[] Named(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Select(name => new FlowOutcome(name))];
}
