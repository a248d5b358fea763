using Workflows.Activities.Join;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>A definition as steps and arrows. Of two steps with one id, or two transitions of one outcome, the first counts. Immutable.</summary>
internal sealed class Flow
{
    private readonly Dictionary<string, ActivityDefinition> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<Arrow, string> _targets = [];
    private readonly Dictionary<string, IReadOnlyList<Arrow>> _outOf = new(StringComparer.Ordinal);
    private readonly ILookup<string, Arrow> _into;

    public Flow(WorkflowDefinition definition)
    {
        Definition = definition;
        foreach (var activity in definition.Activities)
        {
            _steps.TryAdd(activity.Id, activity);
        }

        foreach (var transition in definition.Transitions.Where(transition => _steps.ContainsKey(transition.To)))
        {
            _targets.TryAdd(Arrow.Of(transition), transition.To);
        }

        foreach (var (id, step) in _steps)
        {
            _outOf[id] = [.. FlowOutcomes.Of(step).Select(outcome => new Arrow(id, outcome.Name)).Where(_targets.ContainsKey)];
        }

        _into = _steps.Keys.SelectMany(id => _outOf[id]).ToLookup(arrow => _targets[arrow], StringComparer.Ordinal);
        Start = definition.Activities.FirstOrDefault(activity => activity is StartActivity)?.Id;
    }

    public WorkflowDefinition Definition { get; }

    public string? Start { get; }

    public IEnumerable<string> Ids => _steps.Keys;

    public ActivityDefinition Step(string id) => _steps[id];

    public bool Has(string id) => _steps.ContainsKey(id);

    public string? Target(Arrow arrow) => _targets.GetValueOrDefault(arrow);

    /// <summary>The connected arrows out of a step, in the order of its outcomes.</summary>
    public IReadOnlyList<Arrow> OutOf(string id) => _outOf[id];

    public IEnumerable<Arrow> Into(string id) => _into[id];

    /// <summary>The step after the main outcome; null for an end.</summary>
    public string? After(string id) => OutOf(id) is [var main, ..] ? Target(main) : null;

    /// <summary>Whatever can be reached from a step, itself included, without going past <paramref name="stop"/>.</summary>
    public HashSet<string> From(string id, string? stop = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([id]);
        while (pending.TryPop(out var current))
        {
            if (current != stop && seen.Add(current))
            {
                foreach (var arrow in OutOf(current))
                {
                    pending.Push(_targets[arrow]);
                }
            }
        }

        return seen;
    }

    /// <summary>Where the branches of a fork meet; null when all of them end.</summary>
    public string? JoinOf(string fork)
    {
        var graph = new WorkflowGraph(Definition);
        graph.Start = Start is { } start ? graph.Indexes[start] : -1;
        var scopes = ForkScopes.Of(Definition.Activities, graph, []);
        return Definition.Activities.FirstOrDefault(step => step is JoinActivity && scopes.ForkOf(graph.Indexes[step.Id]) == graph.Indexes[fork])?.Id;
    }
}
