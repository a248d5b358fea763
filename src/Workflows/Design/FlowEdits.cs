using Workflows.Activities.End;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>
/// The edits that people make in the designer. Each gives a new definition that is as whole as the one before
/// (<see cref="FlowCheck"/>), or refuses and says why. Pure; ids of steps never change.
/// </summary>
public static class FlowEdits
{
    /// <summary>Puts a step on a line. Its branches, if it has some, meet again right behind it; a fork gets its join.</summary>
    /// <param name="step">Its id is a wish; it gets a free one.</param>
    /// <param name="joinLabel">For a fork: what its join is called.</param>
    public static EditResult Insert(WorkflowDefinition definition, Arrow arrow, ActivityDefinition step, string joinLabel = "")
    {
        var draft = new FlowDraft(definition);
        var flow = draft.Flow();
        if (!CanLeave(flow, arrow))
        {
            return new EditRefused("edit.no-line", string.Empty);
        }

        if (step is StartActivity or JoinActivity)
        {
            return new EditRefused("edit.not-by-itself", step.Label);
        }

        var target = flow.Target(arrow);
        var placed = step with { Id = draft.FreshId(step.Id) };
        draft.Add(placed, arrow.From);
        draft.Lead(arrow, placed.Id);
        if (placed is EndActivity)
        {
            return draft.Finish(placed.Id);
        }

        if (target is null)
        {
            // An outcome that nothing followed yet: what is put there ends the workflow until it is led elsewhere.
            return new EditRefused("edit.needs-end", flow.Step(arrow.From).Label);
        }

        if (placed is ForkActivity)
        {
            var join = new JoinActivity { Id = draft.FreshId("join"), Label = joinLabel };
            draft.Add(join, placed.Id);
            LeadAll(draft, placed, join.Id);
            draft.Lead(new Arrow(join.Id, Outcomes.Done), target);
            foreach (var none in FlowOutcomes.Of(placed).Where(outcome => outcome.Name == Outcomes.None))
            {
                draft.Lead(new Arrow(placed.Id, none.Name), target);
            }
        }
        else
        {
            LeadAll(draft, placed, target);
        }

        return draft.Finish(placed.Id);
    }

    /// <summary>
    /// Takes a step out and closes the gap. A step that branches goes with its branches, unless one of them stays.
    /// </summary>
    /// <param name="keep">The outcome whose branch stays; null to remove all.</param>
    public static EditResult Remove(WorkflowDefinition definition, string id, string? keep = null)
    {
        var draft = new FlowDraft(definition);
        var flow = draft.Flow();
        var step = flow.Step(id);
        switch (step)
        {
            case StartActivity:
                return new EditRefused("edit.start", step.Label);
            case JoinActivity:
                return new EditRefused("edit.join", step.Label);
            case EndActivity:
                return RemoveEnd(draft, flow, id);
        }

        var block = Block.Of(flow, id);
        var next = keep is null ? block.Exit : flow.Target(new Arrow(id, keep));
        if (next is null)
        {
            return new EditRefused("edit.choose-branch", step.Label);
        }

        if (keep is not null && step is ForkActivity && flow.JoinOf(id) is { } join)
        {
            var behind = flow.After(join)!;
            next = next == join ? behind : next;
            Redirect(draft, flow.Into(join), behind);
            draft.Remove(join);
        }

        if (next == id)
        {
            return new EditRefused("edit.circle", step.Label);
        }

        Redirect(draft, flow.Into(id).Where(arrow => arrow.From != id), next);
        draft.Remove(id);
        return draft.Finish(next);
    }

    /// <summary>Moves a step, or a step with its branches, to another line.</summary>
    public static EditResult Move(WorkflowDefinition definition, string id, Arrow to)
    {
        var draft = new FlowDraft(definition);
        var flow = draft.Flow();
        var block = Block.Of(flow, id);
        if (block.Obstacle(flow) is { } obstacle)
        {
            return new EditRefused(obstacle, flow.Step(id).Label);
        }

        if (block.Steps.Contains(to.From))
        {
            return new EditRefused("edit.into-itself", flow.Step(id).Label);
        }

        Redirect(draft, block.Entries(flow), block.Exit!);
        if (draft.Flow().Target(to) is not { } target)
        {
            return new EditRefused("edit.no-line", string.Empty);
        }

        draft.Lead(to, id);
        Redirect(draft, block.Exits(flow), target);
        return draft.Finish(id);
    }

    /// <summary>Puts a copy of a step, or of a step with its branches, right behind it.</summary>
    public static EditResult Duplicate(WorkflowDefinition definition, string id)
    {
        var draft = new FlowDraft(definition);
        var flow = draft.Flow();
        var block = Block.Of(flow, id);
        if (block.Obstacle(flow) is { } obstacle)
        {
            return new EditRefused(obstacle, flow.Step(id).Label);
        }

        var copies = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = block.Steps.Last();
        foreach (var original in flow.Ids.Where(block.Steps.Contains))
        {
            copies[original] = draft.FreshId(original);
            var step = flow.Step(original);
            draft.Add(step with { Id = copies[original], Label = FreshLabel(definition, step.Label) }, last);
            last = copies[original];
        }

        foreach (var arrow in copies.Keys.SelectMany(flow.OutOf))
        {
            var target = flow.Target(arrow)!;
            draft.Lead(arrow with { From = copies[arrow.From] }, copies.GetValueOrDefault(target, target));
        }

        Redirect(draft, block.Exits(flow), copies[id]);
        return draft.Finish(copies[id]);
    }

    /// <summary>
    /// Gives a step other settings. A way of ending that is new is led to where the others meet; what followed one that is
    /// gone goes too, unless something else leads there.
    /// </summary>
    /// <param name="step">Of the kind and with the id of a step of the definition.</param>
    public static EditResult Change(WorkflowDefinition definition, ActivityDefinition step)
    {
        var draft = new FlowDraft(definition);
        var flow = draft.Flow();
        var before = flow.Step(step.Id);
        draft.Replace(step);
        var outcomes = FlowOutcomes.Of(step);
        if (!outcomes.SequenceEqual(FlowOutcomes.Of(before)))
        {
            var meeting = Meeting(flow, step.Id);
            foreach (var outcome in outcomes.Where(outcome => outcome.Required && flow.Target(new Arrow(step.Id, outcome.Name)) is null))
            {
                var target = outcome.Name == Outcomes.None && meeting is not null ? flow.After(meeting) : meeting;
                draft.Lead(new Arrow(step.Id, outcome.Name), target ?? flow.After(step.Id) ?? step.Id);
            }

            foreach (var gone in flow.OutOf(step.Id).Where(arrow => outcomes.All(outcome => outcome.Name != arrow.Outcome)))
            {
                draft.Cut(gone);
            }
        }

        return draft.Finish(step.Id);
    }

    /// <summary>Leads a line to another step: ahead, to skip steps; back, to repeat them; or to an end.</summary>
    public static EditResult Lead(WorkflowDefinition definition, Arrow arrow, string target)
    {
        var draft = new FlowDraft(definition);
        var flow = draft.Flow();
        if (!CanLeave(flow, arrow))
        {
            return new EditRefused("edit.no-line", string.Empty);
        }

        if (flow.Step(target) is StartActivity)
        {
            return new EditRefused("edit.to-start", flow.Step(target).Label);
        }

        draft.Lead(arrow, target);
        return draft.Finish(arrow.From);
    }

    /// <summary>Removes the line of an outcome that needs none, with what only it led to.</summary>
    public static EditResult Cut(WorkflowDefinition definition, Arrow arrow)
    {
        var draft = new FlowDraft(definition);
        draft.Cut(arrow);
        return draft.Finish(arrow.From);
    }

    private static bool CanLeave(Flow flow, Arrow arrow) =>
        flow.Has(arrow.From) && FlowOutcomes.Of(flow.Step(arrow.From)).Any(outcome => outcome.Name == arrow.Outcome);

    /// <summary>Where a new branch of a step leads: the join of a fork, or where the branches of others meet.</summary>
    private static string? Meeting(Flow flow, string id) =>
        flow.Step(id) is ForkActivity ? flow.JoinOf(id) : Block.Of(flow, id).Exit;

    private static EditResult RemoveEnd(FlowDraft draft, Flow flow, string id)
    {
        var other = flow.Ids.FirstOrDefault(candidate => candidate != id && flow.Step(candidate) is EndActivity);
        foreach (var arrow in flow.Into(id))
        {
            if (FlowOutcomes.Of(flow.Step(arrow.From)).Any(outcome => outcome.Name == arrow.Outcome && !outcome.Required))
            {
                draft.Cut(arrow);
            }
            else if (other is null)
            {
                return new EditRefused("edit.only-end", flow.Step(id).Label);
            }
            else
            {
                draft.Lead(arrow, other);
            }
        }

        draft.Remove(id);
        return draft.Finish(other);
    }

    private static void LeadAll(FlowDraft draft, ActivityDefinition step, string target)
    {
        foreach (var outcome in FlowOutcomes.Of(step).Where(outcome => outcome.Required && outcome.Name != Outcomes.None))
        {
            draft.Lead(new Arrow(step.Id, outcome.Name), target);
        }
    }

    private static void Redirect(FlowDraft draft, IEnumerable<Arrow> arrows, string target)
    {
        foreach (var arrow in arrows)
        {
            draft.Lead(arrow, target);
        }
    }

    private static string FreshLabel(WorkflowDefinition definition, string label)
    {
        var taken = definition.Activities.Select(step => step.Label).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, taken.Count + 1).Select(number => $"{label} {number}").First(candidate => !taken.Contains(candidate));
    }
}
