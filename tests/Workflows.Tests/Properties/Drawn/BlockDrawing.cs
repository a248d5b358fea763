using Workflows.Activities.Approval;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.HttpCall;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>Makes a workflow of blocks. The same blocks get the same ids.</summary>
internal sealed class BlockDrawing
{
    private readonly List<ActivityDefinition> _activities = [];
    private readonly List<TransitionDefinition> _arrows = [];

    private readonly bool _keepsIds;

    private BlockDrawing(bool keepsIds) => _keepsIds = keepsIds;

    /// <param name="keepsIds">Steps keep their own ids where nobody else has them.</param>
    public static WorkflowDefinition Of(Block root, bool keepsIds = false)
    {
        var drawing = new BlockDrawing(keepsIds);
        drawing._activities.Add(Draw.Start());
        drawing._activities.Add(Draw.End());
        drawing.Arrow("submit", drawing.Enter(root, "end"));
        return Draw.Workflow(drawing._activities, drawing._arrows);
    }

    /// <summary>Draws a block, and returns the id of the step that it begins with.</summary>
    /// <param name="next">Where it leads to.</param>
    private string Enter(Block block, string next)
    {
        switch (block)
        {
            case Row row:
                return row.Blocks.Reverse().Aggregate(next, (behind, inner) => Enter(inner, behind));
            case PersonStep people:
                return Enter(people, next, people.RejectionGoesOn ? next : null);
            case Other other:
                return Enter(other, next);
            case Choice choice:
                return Enter(choice, next);
            case Branching parallel:
                return Enter(parallel, next);
            case Loop loop:
                var until = Enter(loop.Until, next, null);
                var body = Enter(loop.Body, until);
                Arrow(until, body, loop.Until.Step is ApprovalActivity ? Outcomes.Rejected : "back");
                return body;
            default:
                throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    private string Enter(PersonStep people, string next, string? rejected)
    {
        var step = people.Step with { Id = _keepsIds && !_activities.Exists(one => one.Id == people.Step.Id) ? people.Step.Id : Id(people.Step is ApprovalActivity ? "a" : "f") };
        _activities.Add(step);
        if (step is ApprovalActivity)
        {
            Arrow(step.Id, next, Outcomes.Approved);
            if (rejected is not null)
            {
                Arrow(step.Id, rejected, Outcomes.Rejected);
            }
        }
        else
        {
            foreach (var button in ((FillInActivity)step).Buttons?.Select(button => button.Name).Where(name => name != "back") ?? [Outcomes.Done])
            {
                Arrow(step.Id, next, button);
            }
        }

        return step.Id;
    }

    private string Enter(Other other, string next)
    {
        var step = other.Step with { Id = Id(other.Step.GetType().Name[..1].ToLowerInvariant()) };
        _activities.Add(step);
        var (first, second) = step switch
        {
            SubWorkflowActivity => (Outcomes.Approved, Outcomes.Rejected),
            HttpCallActivity => (Outcomes.Done, Outcomes.Failed),
            WaitActivity { Event: not null, After: not null } => (Outcomes.Done, Outcomes.Timeout),
            _ => (Outcomes.Done, null),
        };
        Arrow(step.Id, next, first);
        if (second is not null && (other.SecondGoesOn || step is WaitActivity))
        {
            Arrow(step.Id, next, second);
        }

        return step.Id;
    }

    private string Enter(Choice choice, string next)
    {
        if (choice.Cases is [var only])
        {
            var decision = Draw.Decision(Id("d"));
            _activities.Add(decision);
            Arrow(decision.Id, Enter(only, next), Outcomes.True);
            Arrow(decision.Id, Enter(choice.Otherwise, next), Outcomes.False);
            return decision.Id;
        }

        var step = Draw.Switch(Id("s"), [.. choice.Cases.Select((_, index) => $"c{index + 1}")]);
        _activities.Add(step);
        foreach (var (index, side) in choice.Cases.Index())
        {
            Arrow(step.Id, Enter(side, next), $"c{index + 1}");
        }

        Arrow(step.Id, Enter(choice.Otherwise, next), Outcomes.Otherwise);
        return step.Id;
    }

    private string Enter(Branching parallel, string next)
    {
        var join = Draw.Join(Id("j"), parallel.Mode, parallel.Mode == Workflows.Activities.Join.JoinMode.Count ? parallel.Count : null);
        var fork = Draw.Fork(Id("x"), [.. parallel.Branches.Select((side, index) => $"b{index + 1}{(side.IsAsked ? "?" : "")}")]);
        _activities.AddRange([join, fork]);
        Arrow(join.Id, next);
        foreach (var (index, side) in parallel.Branches.Index())
        {
            Arrow(fork.Id, Enter(side, join.Id), $"b{index + 1}");
        }

        if (parallel.Branches.All(side => side.IsAsked))
        {
            Arrow(fork.Id, next, Outcomes.None);
        }

        return fork.Id;
    }

    private string Enter(Side side, string next)
    {
        if (side.Ends is not { } result)
        {
            return Enter(side.Block, next);
        }

        var end = Draw.End(Id("e"), result);
        _activities.Add(end);
        return Enter(side.Block, end.Id);
    }

    private void Arrow(string from, string to, string? outcome = null) => _arrows.Add(Draw.Arrow(from, to, outcome == Outcomes.Done ? null : outcome));

    private string Id(string letter) => $"{letter}{_activities.Count}";
}
