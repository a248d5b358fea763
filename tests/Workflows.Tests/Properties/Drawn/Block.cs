using System.Text.Json;
using Workflows.Activities.Approval;
using Workflows.Activities.End;
using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>
/// A part of a generated workflow. Blocks nest as an administrator draws them, so that whatever is generated compiles;
/// <see cref="BlockDrawing"/> makes activities and transitions of them.
/// </summary>
internal abstract record Block
{
    /// <summary>Smaller blocks that may show the same failure.</summary>
    public virtual IEnumerable<Block> Smaller => [];
}

/// <summary>Blocks one after the other.</summary>
internal sealed record Row(params Block[] Blocks) : Block
{
    public override IEnumerable<Block> Smaller => Shrinking.OfList(Blocks).Select(blocks => new Row([.. blocks]));

    public override string ToString() => $"[{string.Join(", ", Blocks.Select(block => block.ToString()))}]";
}

/// <summary>An approval or a fill-in task; the id is given when it is drawn.</summary>
/// <param name="RejectionGoesOn">A rejection goes on like an approval; it ends the instance otherwise.</param>
internal sealed record PersonStep(PersonStepActivity Step, bool RejectionGoesOn) : Block
{
    public override IEnumerable<Block> Smaller =>
        from step in Shrinking.OfStep(Step)
        select new PersonStep(step, RejectionGoesOn);

    public override string ToString() => $"{JsonSerializer.Serialize<ActivityDefinition>(Step, ContractApproval.Options)}{(RejectionGoesOn ? "!" : "")}";
}

/// <summary>A step that waits for nobody, or for something outside.</summary>
/// <param name="SecondGoesOn">Its second outcome, should it have an optional one, has a transition.</param>
internal sealed record Other(ActivityDefinition Step, bool SecondGoesOn) : Block
{
    public override string ToString() => $"{Step.GetType().Name}{(SecondGoesOn ? "!" : "")}";
}

/// <summary>A decision (one case) or a switch.</summary>
internal sealed record Choice(Side[] Cases, Side Otherwise) : Block
{
    public override IEnumerable<Block> Smaller =>
    [
        .. Cases.Append(Otherwise).Select(side => side.Block),
        .. Shrinking.OfSides(Cases).Where(cases => cases.Length > 0).Select(cases => new Choice(cases, Otherwise)),
        .. Otherwise.Block.Smaller.Select(block => new Choice(Cases, Otherwise with { Block = block })),
    ];

    public override string ToString() => $"choice({string.Join(" | ", Cases.Append(Otherwise).Select(side => side.ToString()))})";
}

/// <summary>A fork with its join. At least one side meets it.</summary>
internal sealed record Branching(Side[] Branches, JoinMode Mode, int Count) : Block
{
    public override IEnumerable<Block> Smaller =>
    [
        .. Branches.Select(side => side.Block),
        .. Shrinking.OfSides(Branches).Where(sides => sides.Length > 1 && sides.Any(side => side.Ends is null)).Select(sides => new Branching(sides, Mode, Count)),
    ];

    public override string ToString() => $"fork({Mode}, {string.Join(" | ", Branches.Select(side => side.ToString()))})";
}

/// <summary>A block, and an approval behind it whose rejection goes back to its beginning.</summary>
internal sealed record Loop(Block Body, PersonStep Until) : Block
{
    public override IEnumerable<Block> Smaller =>
    [
        Body,
        .. Body.Smaller.Select(body => new Loop(body, Until)),
        .. Until.Step is ApprovalActivity ? [Until, .. Until.Smaller.Select(until => new Loop(Body, (PersonStep)until))] : Array.Empty<Block>(),
    ];

    public override string ToString() => $"loop({Body} until {Until})";
}

/// <summary>One way of a choice or a fork.</summary>
/// <param name="Ends">It leads to an end instead of meeting the others.</param>
/// <param name="IsAsked">A branch that is only taken if its condition holds.</param>
internal sealed record Side(Block Block, EndResult? Ends, bool IsAsked)
{
    public override string ToString() => $"{Block}{(IsAsked ? "?" : "")}{(Ends is { } result ? $" end {result}" : "")}";
}
