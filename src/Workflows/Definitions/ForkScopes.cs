using Forms.Problems;
using Workflows.Activities.End;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;

namespace Workflows.Definitions;

/// <summary>
/// In which forks each activity lies. Forks and joins nest: the branches of a fork end in one join or in ends, and nothing
/// leads out of them or into them any other way. So a join always knows which branches it waits for.
/// </summary>
internal sealed class ForkScopes
{
    private readonly Scope?[] _scopes;
    private readonly bool[] _known;

    private ForkScopes(int count) => (_scopes, _known) = (new Scope?[count], new bool[count]);

    /// <summary>The innermost fork; null outside all forks.</summary>
    public int? ForkOf(int activity) => _scopes[activity]?.Fork;

    public int DepthOf(int activity)
    {
        var depth = 0;
        for (var scope = _scopes[activity]; scope is not null; scope = scope.Outer)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>Walks the drawing from the start and adds what does not nest.</summary>
    public static ForkScopes Of(IReadOnlyList<ActivityDefinition> activities, WorkflowGraph graph, List<Problem> problems)
    {
        var scopes = new ForkScopes(activities.Count);
        if (graph.Start < 0)
        {
            return scopes;
        }

        var joins = new Dictionary<int, int>();
        var reported = new HashSet<int>();
        var pending = new Queue<(int Activity, Scope? Scope)>([(graph.Start, null)]);
        while (pending.TryDequeue(out var at))
        {
            if (scopes._known[at.Activity])
            {
                if (!Equals(scopes._scopes[at.Activity], at.Scope) && activities[at.Activity] is not EndActivity && reported.Add(at.Activity))
                {
                    Add(at.Activity, "workflow.mixed-branches", $"Expected all ways to '{activities[at.Activity].Id}' to lie in the same branches, but found one that leads into or out of a fork.");
                }

                continue;
            }

            scopes._known[at.Activity] = true;
            scopes._scopes[at.Activity] = at.Scope;
            if (activities[at.Activity] is JoinActivity join)
            {
                if (at.Scope is not { } scope)
                {
                    Add(at.Activity, "workflow.join-without-fork", $"Expected '{join.Id}' to join the branches of a fork, but found it outside of all.");
                }
                else if (joins.TryGetValue(scope.Fork, out var other) && other != at.Activity)
                {
                    Add(at.Activity, "workflow.two-joins", $"Expected the branches of '{activities[scope.Fork].Id}' to meet at one join, but found '{activities[other].Id}' and '{join.Id}'.");
                }
                else
                {
                    joins[scope.Fork] = at.Activity;
                }
            }

            foreach (var (outcome, target) in graph.Targets[at.Activity])
            {
                pending.Enqueue((target, Behind(activities[at.Activity], at.Activity, at.Scope, outcome)));
            }
        }

        return scopes;

        void Add(int index, string code, string message) => problems.Add(new($"activities[{index}]", code, message));
    }

    private static Scope? Behind(ActivityDefinition activity, int index, Scope? scope, string outcome) => activity switch
    {
        ForkActivity when outcome != Outcomes.None => new Scope(index, scope),
        JoinActivity => scope?.Outer,
        _ => scope,
    };

    private sealed record Scope(int Fork, Scope? Outer);
}
