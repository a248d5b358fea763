namespace Workflows.Design;

/// <summary>
/// The steps that can be reached from a root, in an order in which every arrow but those that go back runs forwards,
/// and what each step cannot be reached without (its dominator), or cannot be left without (its meeting point).
/// </summary>
internal sealed class FlowOrder
{
    private readonly Flow _flow;
    private readonly IReadOnlySet<string> _except;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HashSet<Arrow> _back = [];
    private readonly Dictionary<string, string?> _dominators = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string?>> _meetings;

    /// <param name="except">Steps that are left out, with what only they lead to.</param>
    public FlowOrder(Flow flow, string root, IReadOnlySet<string>? except = null)
    {
        _flow = flow;
        _except = except ?? new HashSet<string>();
        Steps = Sort(root);
        foreach (var (place, id) in Steps.Index())
        {
            _places[id] = place;
        }

        FindDominators();
        _meetings = new(Meetings);
    }

    public IReadOnlyList<string> Steps { get; }

    public bool Has(string id) => _places.ContainsKey(id);

    public int Place(string id) => _places[id];

    /// <summary>The arrows into a step by which it is first reached: those from steps that can be reached without it.</summary>
    public IEnumerable<Arrow> Before(string id) => Into(id).Where(arrow => !Dominates(id, arrow.From));

    /// <summary>Whether every way to a step passes another one, or is that one.</summary>
    public bool Dominates(string dominator, string id)
    {
        for (var current = id; current is not null; current = _dominators[current])
        {
            if (current == dominator)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last step that every way to this one passes; null for the root.</summary>
    public string? Dominator(string id) => _dominators[id];

    /// <summary>The first step that every way on from this one passes; null when some ways end before they meet.</summary>
    public string? Meeting(string id) => _meetings.Value[id];

    private IEnumerable<Arrow> Into(string id) => _flow.Into(id).Where(arrow => _places.ContainsKey(arrow.From));

    /// <summary>By Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm": again until nothing changes.</summary>
    private void FindDominators()
    {
        _dominators[Steps[0]] = null;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var id in Steps.Skip(1))
            {
                var found = Into(id).Select(arrow => arrow.From).Where(_dominators.ContainsKey).Aggregate((known, from) => Common(_dominators, known, from, earlier: true)!);
                if (!_dominators.TryGetValue(id, out var before) || before != found)
                {
                    _dominators[id] = found;
                    changed = true;
                }
            }
        }
    }

    private Dictionary<string, string?> Meetings()
    {
        var meetings = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var id in Steps.Reverse())
        {
            string? known = null;
            foreach (var target in _flow.OutOf(id).Where(arrow => !_back.Contains(arrow)).Select(arrow => _flow.Target(arrow)!).Where(Has))
            {
                known = known is null ? target : Common(meetings, known, target, earlier: false);
                if (known is null)
                {
                    break;
                }
            }

            meetings[id] = known;
        }

        return meetings;
    }

    /// <summary>The nearest step above both in a tree of parents.</summary>
    private string? Common(Dictionary<string, string?> parents, string? left, string? right, bool earlier)
    {
        while (left is not null && right is not null && left != right)
        {
            if ((_places[left] > _places[right]) == earlier)
            {
                left = parents[left];
            }
            else
            {
                right = parents[right];
            }
        }

        return left is null || right is null ? null : left;
    }

    /// <summary>Depth first without recursion, so that a long flow does not end the process; outcomes in their order.</summary>
    private List<string> Sort(string root)
    {
        var finished = new List<string>();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal) { [root] = false };
        var open = new Stack<(string Id, IEnumerator<Arrow> Next)>();
        open.Push((root, Arrows(root)));
        while (open.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                state[top.Id] = true;
                finished.Add(top.Id);
                open.Pop();
                continue;
            }

            var target = _flow.Target(top.Next.Current)!;
            if (!state.TryGetValue(target, out var done))
            {
                state[target] = false;
                open.Push((target, Arrows(target)));
            }
            else if (!done)
            {
                _back.Add(top.Next.Current);
            }
        }

        finished.Reverse();
        return finished;

        // The last branch first, so that the first branch stands first in the order turned round.
        IEnumerator<Arrow> Arrows(string id) => _flow.OutOf(id).Where(arrow => !_except.Contains(_flow.Target(arrow)!)).Reverse().GetEnumerator();
    }
}
