using FsCheck;
using FsCheck.Fluent;
using Workflows.Definitions;
using Workflows.Design;

namespace Workflows.Tests.Design;

/// <summary>Sequences of edits as a hand might make them: five numbers say what, where and with what.</summary>
internal static class RandomEdits
{
    public static Arbitrary<int[][]> Sequences { get; } =
        Gen.Choose(3, 45).SelectMany(length => Gen.Choose(0, 9999).ArrayOf(4).ArrayOf(length)).ToArbitrary();

    /// <summary>Whatever goes on; an end, which takes with it what follows, comes seldom.</summary>
    private static readonly IReadOnlyList<StepKind> Inner = [.. NewSteps.Offered.Where(kind => kind != StepKind.End)];

    public static EditResult Make(WorkflowDefinition definition, int[] edit)
    {
        var steps = definition.Activities;
        var arrows = definition.Transitions.Select(Arrow.Of).ToList();
        var step = steps[edit[1] % steps.Count];
        var arrow = arrows[edit[2] % arrows.Count];
        var outcomes = FlowOutcomes.Of(step);
        var outcome = outcomes.Count == 0 ? "none" : outcomes[edit[3] % outcomes.Count].Name;
        return (edit[0] % 24) switch
        {
            <= 10 => FlowEdits.Insert(definition, arrow, NewSteps.Create(Inner[edit[3] % Inner.Count], $"Step {edit[3]}", number => $"Branch {number}"), "Meet"),
            11 => FlowEdits.Remove(definition, step.Id),
            12 => FlowEdits.Remove(definition, step.Id, outcome),
            <= 14 => FlowEdits.Move(definition, step.Id, arrow),
            15 => FlowEdits.Duplicate(definition, step.Id),
            <= 17 => Branches.Add(definition, step.Id, "More"),
            18 => Branches.Remove(definition, step.Id, outcome),
            19 => Branches.ToSwitch(definition, step.Id, "Case"),
            20 => FlowEdits.Lead(definition, arrow, steps[edit[3] % steps.Count].Id),
            <= 22 => FlowEdits.Lead(definition, new(step.Id, outcome), steps[edit[2] % steps.Count].Id),
            _ => FlowEdits.Insert(definition, new(step.Id, outcome), NewSteps.Create(StepKind.End, "Stop", _ => string.Empty)),
        };
    }
}
