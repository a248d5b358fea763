using Workflows.Activities.End;
using Workflows.Activities.Fork;
using Workflows.Activities.Switch;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>
/// Checks the drawing as a whole: every step is reached and has a way to an end, every outcome that needs one has a line,
/// no circle spins without waiting, and forks and joins fit each other. Edits are refused that bring a new problem.
/// </summary>
public static class FlowCheck
{
    public static IReadOnlyList<FlowProblem> Run(WorkflowDefinition definition) => Run(new Flow(definition));

    internal static IReadOnlyList<FlowProblem> Run(Flow flow)
    {
        if (flow.Start is not { } start)
        {
            return [new FlowProblem("flow.no-start", string.Empty)];
        }

        var reached = flow.From(start);
        var ending = Ending(flow);
        return
        [
            .. flow.Ids.SelectMany(id => Missing(flow, id)),
            .. flow.Ids.Where(id => !reached.Contains(id)).Select(id => new FlowProblem("flow.unreachable", id)),
            .. flow.Ids.Where(id => !ending.Contains(id)).Select(id => new FlowProblem("flow.no-way-out", id)),
            .. Spinning(flow).Select(id => new FlowProblem("flow.endless", id)),
            .. flow.Ids.Where(id => TooFew(flow.Step(id))).Select(id => new FlowProblem("flow.too-few-branches", id)),
            .. new FlowScopes(flow).Problems,
        ];
    }

    private static bool TooFew(ActivityDefinition step) => step switch
    {
        ForkActivity fork => fork.Branches.Count < 2,
        SwitchActivity choice => choice.Cases.Count == 0,
        _ => false,
    };

    private static IEnumerable<FlowProblem> Missing(Flow flow, string id) => FlowOutcomes.Of(flow.Step(id))
        .Where(outcome => outcome.Required && flow.Target(new Arrow(id, outcome.Name)) is null)
        .Select(outcome => new FlowProblem("flow.missing-line", id, outcome.Name));

    private static HashSet<string> Ending(Flow flow)
    {
        var ending = flow.Ids.Where(id => flow.Step(id) is EndActivity).ToHashSet(StringComparer.Ordinal);
        var pending = new Stack<string>(ending);
        while (pending.TryPop(out var id))
        {
            foreach (var arrow in flow.Into(id).Where(arrow => ending.Add(arrow.From)))
            {
                pending.Push(arrow.From);
            }
        }

        return ending;
    }

    /// <summary>Steps on a circle of steps that do not wait.</summary>
    private static IEnumerable<string> Spinning(Flow flow)
    {
        return flow.Ids.Where(id => !FlowOutcomes.Waits(flow.Step(id)) && ComesBack(id));

        bool ComesBack(string id)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var pending = new Stack<string>(Next(id));
            while (pending.TryPop(out var current))
            {
                if (current == id)
                {
                    return true;
                }

                foreach (var next in seen.Add(current) ? Next(current) : [])
                {
                    pending.Push(next);
                }
            }

            return false;
        }

        IEnumerable<string> Next(string id) => flow.OutOf(id).Select(arrow => flow.Target(arrow)!).Where(target => !FlowOutcomes.Waits(flow.Step(target)));
    }
}
