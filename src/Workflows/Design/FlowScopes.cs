using Workflows.Activities.End;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>Inside which forks each step stands, which join belongs to which fork, and where the two do not fit.</summary>
internal sealed class FlowScopes
{
    private readonly Flow _flow;
    private readonly Dictionary<string, Scope?> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _joins = new(StringComparer.Ordinal);
    private readonly HashSet<FlowProblem> _problems = [];

    public FlowScopes(Flow flow)
    {
        _flow = flow;
        if (flow.Start is { } start)
        {
            Walk(start);
        }
    }

    public IReadOnlyCollection<FlowProblem> Problems => _problems;

    /// <summary>The join of a fork; null when all its branches end.</summary>
    public string? JoinOf(string fork) => _joins.GetValueOrDefault(fork);

    /// <summary>The fork of a join.</summary>
    public string? ForkOf(string join) => _joins.FirstOrDefault(pair => pair.Value == join).Key;

    private void Walk(string start)
    {
        var pending = new Queue<(string Id, Scope? Scope)>([(start, null)]);
        while (pending.TryDequeue(out var next))
        {
            if (_scopes.TryGetValue(next.Id, out var known))
            {
                if (known != next.Scope && _flow.Step(next.Id) is not EndActivity)
                {
                    _problems.Add(new FlowProblem("flow.leaves-fork", next.Id));
                }

                continue;
            }

            _scopes[next.Id] = next.Scope;
            foreach (var arrow in _flow.OutOf(next.Id))
            {
                pending.Enqueue((_flow.Target(arrow)!, Behind(arrow, next.Scope)));
            }
        }
    }

    private Scope? Behind(Arrow arrow, Scope? scope)
    {
        switch (_flow.Step(arrow.From))
        {
            case ForkActivity when arrow.Outcome != Outcomes.None:
                return new Scope(arrow.From, scope);
            case JoinActivity when scope is null:
                _problems.Add(new FlowProblem("flow.join-without-fork", arrow.From));
                return null;
            case JoinActivity:
                if (!_joins.TryAdd(scope.Fork, arrow.From) && _joins[scope.Fork] != arrow.From)
                {
                    _problems.Add(new FlowProblem("flow.two-joins", scope.Fork));
                }

                return scope.Outer;
            default:
                return scope;
        }
    }

    private sealed record Scope(string Fork, Scope? Outer);
}
