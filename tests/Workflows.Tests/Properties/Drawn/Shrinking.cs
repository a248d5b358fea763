using Workflows.Activities.Approval;
using Workflows.Activities.FillIn;
using Workflows.Definitions;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>Smaller parts of blocks.</summary>
internal static class Shrinking
{
    public static IEnumerable<Block[]> OfList(Block[] blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            yield return [.. blocks[..i], .. blocks[(i + 1)..]];
            foreach (var smaller in blocks[i].Smaller)
            {
                yield return [.. blocks[..i], smaller, .. blocks[(i + 1)..]];
            }
        }
    }

    public static IEnumerable<Side[]> OfSides(Side[] sides)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            yield return [.. sides[..i], .. sides[(i + 1)..]];
            foreach (var smaller in sides[i].Block.Smaller)
            {
                yield return [.. sides[..i], sides[i] with { Block = smaller }, .. sides[(i + 1)..]];
            }
        }
    }

    public static IEnumerable<PersonStepActivity> OfStep(PersonStepActivity step)
    {
        if (step.Deadline is { } deadline)
        {
            yield return step with { Deadline = null };
            for (var i = 0; i < deadline.Tiers.Count; i++)
            {
                yield return step with { Deadline = deadline with { Tiers = [.. deadline.Tiers.Where((_, index) => index != i)] } };
            }
        }

        if (step.Actions is not null)
        {
            yield return step with { Actions = null };
        }

        switch (step)
        {
            case ApprovalActivity { IfRepeated: not RepeatPolicy.Ask } approval:
                yield return approval with { IfRepeated = RepeatPolicy.Ask };
                break;
            case ApprovalActivity { IfInitiator: not InitiatorPolicy.Allow } approval:
                yield return approval with { IfInitiator = InitiatorPolicy.Allow };
                break;
            case ApprovalActivity { Mode: not SignMode.All } approval:
                yield return approval with { Mode = SignMode.All, Share = null };
                break;
            case FillInActivity { Buttons: not null } fillIn:
                yield return fillIn with { Buttons = null };
                break;
        }
    }
}
