using Forms.Conditions;
using Workflows.Activities.Decision;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.Switch;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>Adding, removing and ordering the branches of forks, the cases of switches and the buttons of tasks.</summary>
public static class Branches
{
    /// <summary>A condition that nobody has filled in yet; it holds always, and is reported as a problem.</summary>
    public static Condition Blank { get; } = new() { All = [] };

    /// <summary>Whether nobody has filled the condition in.</summary>
    public static bool IsBlank(Condition condition) => condition is { Field: null, Formula: null, All: null or { Count: 0 }, Any: null or { Count: 0 } };

    /// <summary>Adds a branch, which leads to where the others meet until steps are put on it.</summary>
    public static EditResult Add(WorkflowDefinition definition, string id, string label) => Step(definition, id) switch
    {
        ForkActivity fork => FlowEdits.Change(definition, fork with { Branches = [.. fork.Branches, new() { Name = Fresh(fork.Branches.Select(one => one.Name), "branch"), Label = label }] }),
        SwitchActivity choice => FlowEdits.Change(definition, choice with { Cases = [.. choice.Cases, new() { Name = Fresh(choice.Cases.Select(one => one.Name), "case"), Label = label, Condition = Blank }] }),
        FillInActivity task => AddButton(definition, task, label),
        var other => new EditRefused("edit.no-branches", other.Label),
    };

    /// <summary>Removes a branch with the steps that only it leads to.</summary>
    public static EditResult Remove(WorkflowDefinition definition, string id, string name) => Step(definition, id) switch
    {
        ForkActivity fork => FlowEdits.Change(definition, fork with { Branches = [.. fork.Branches.Where(one => one.Name != name)] }),
        SwitchActivity choice => FlowEdits.Change(definition, choice with { Cases = [.. choice.Cases.Where(one => one.Name != name)] }),
        FillInActivity { Buttons: { } buttons } task => FlowEdits.Change(definition, task with { Buttons = [.. buttons.Where(one => one.Name != name)] }),
        var other => new EditRefused("edit.no-branches", other.Label),
    };

    /// <summary>Moves a branch to the left (-1) or right (1); cases are asked in this order.</summary>
    public static EditResult Reorder(WorkflowDefinition definition, string id, string name, int by) => Step(definition, id) switch
    {
        ForkActivity fork => FlowEdits.Change(definition, fork with { Branches = Moved(fork.Branches, one => one.Name == name, by) }),
        SwitchActivity choice => FlowEdits.Change(definition, choice with { Cases = Moved(choice.Cases, one => one.Name == name, by) }),
        FillInActivity { Buttons: { } buttons } task => FlowEdits.Change(definition, task with { Buttons = Moved(buttons, one => one.Name == name, by) }),
        var other => new EditRefused("edit.no-branches", other.Label),
    };

    /// <summary>Makes a decision a switch, so that it can have more than two branches; its branches stay what they are.</summary>
    public static EditResult ToSwitch(WorkflowDefinition definition, string id, string label)
    {
        if (Step(definition, id) is not DecisionActivity decision)
        {
            return new EditRefused("edit.no-branches", Step(definition, id).Label);
        }

        const string Case = "case";
        var choice = new SwitchActivity { Id = id, Label = decision.Label, Cases = [new() { Name = Case, Label = label, Condition = decision.Condition }] };
        var next = definition with
        {
            Activities = [.. definition.Activities.Select(step => step.Id == id ? choice : step)],
            Transitions = [.. definition.Transitions.Select(line => line.From == id ? line with { Outcome = line.Outcome == Outcomes.True ? Case : Outcomes.Otherwise } : line)],
        };
        return new Edited(next, id, []);
    }

    private static EditResult AddButton(WorkflowDefinition definition, FillInActivity task, string label)
    {
        var buttons = task.Buttons ?? [];
        return FlowEdits.Change(definition, task with { Buttons = [.. buttons, new() { Name = Fresh(buttons.Select(one => one.Name), "button"), Label = label }] });
    }

    private static ActivityDefinition Step(WorkflowDefinition definition, string id) => definition.Activities.First(step => step.Id == id);

    private static string Fresh(IEnumerable<string> names, string wanted)
    {
        var taken = names.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => $"{wanted}-{number}").First(name => !taken.Contains(name));
    }

    private static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> list, Func<T, bool> which, int by)
    {
        var moved = list.ToList();
        var from = moved.FindIndex(one => which(one));
        var item = moved[from];
        moved.RemoveAt(from);
        moved.Insert(Math.Clamp(from + by, 0, moved.Count), item);
        return moved;
    }
}
