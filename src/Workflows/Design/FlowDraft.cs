using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>
/// A definition being edited: steps and transitions as lists that keep their order, so that an edit changes few lines of
/// the file. Used for one edit and thrown away.
/// </summary>
internal sealed class FlowDraft
{
    private readonly WorkflowDefinition _before;
    private readonly List<ActivityDefinition> _steps;
    private readonly List<TransitionDefinition> _transitions;

    public FlowDraft(WorkflowDefinition definition)
    {
        _before = definition;
        _steps = [.. definition.Activities];
        _transitions = [.. definition.Transitions];
    }

    public Flow Flow() => new(_before with { Activities = [.. _steps], Transitions = [.. _transitions] });

    public string FreshId(string wanted)
    {
        var taken = _steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{wanted}-{number}").First(id => !taken.Contains(id)) : wanted;
    }

    /// <summary>Puts a step into the list behind another one, which is where a reader of the file looks for it.</summary>
    public void Add(ActivityDefinition step, string after) => _steps.Insert(_steps.FindIndex(other => other.Id == after) + 1, step);

    public void Replace(ActivityDefinition step) => _steps[_steps.FindIndex(other => other.Id == step.Id)] = step;

    /// <summary>Has an arrow lead to a step; a new transition stands behind those of its step.</summary>
    public void Lead(Arrow arrow, string target)
    {
        var at = _transitions.FindIndex(transition => Arrow.Of(transition) == arrow);
        if (at >= 0)
        {
            _transitions[at] = _transitions[at] with { To = target };
            return;
        }

        var last = _transitions.FindLastIndex(transition => transition.From == arrow.From);
        if (last < 0)
        {
            last = _transitions.FindLastIndex(transition => transition.To == arrow.From);
        }

        _transitions.Insert(last < 0 ? _transitions.Count : last + 1, arrow.To(target));
    }

    public void Cut(Arrow arrow) => _transitions.RemoveAll(transition => Arrow.Of(transition) == arrow);

    public void Remove(string id)
    {
        _steps.RemoveAll(step => step.Id == id);
        _transitions.RemoveAll(transition => transition.From == id || transition.To == id);
    }

    /// <summary>
    /// Ends the edit: what cannot be reached any more goes, and a drawing that has a problem it did not have before is refused.
    /// </summary>
    public EditResult Finish(string? selected)
    {
        var flow = Flow();
        if (flow.Start is { } start)
        {
            var reached = flow.From(start);
            var known = FlowCheck.Run(_before).Where(problem => problem.Code == "workflow.unreachable").Select(problem => problem.Step).ToHashSet(StringComparer.Ordinal);
            foreach (var id in flow.Ids.Where(id => !reached.Contains(id) && !known.Contains(id)).ToList())
            {
                Remove(id);
            }

            flow = Flow();
        }

        var before = FlowCheck.Run(_before).ToHashSet();
        if (FlowCheck.Run(flow.Definition).FirstOrDefault(problem => !before.Contains(problem)) is { } broken)
        {
            return new EditRefused(broken.Code, broken.Step.Length > 0 ? flow.Step(broken.Step).Label : string.Empty);
        }

        var removed = _before.Activities.Where(step => !flow.Has(step.Id)).Select(step => step.Label).ToList();
        return new Edited(flow.Definition, selected is not null && flow.Has(selected) ? selected : null, removed);
    }
}
