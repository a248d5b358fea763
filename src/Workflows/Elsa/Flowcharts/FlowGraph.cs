namespace Workflows.Elsa.Flowcharts;

/// <summary>A connection of a flowchart, between nodes of the compiled workflow.</summary>
internal sealed record FlowConnection(int Index, int Source, string Port, int Target);

/// <summary>
/// The connections of a flowchart seen from its start. Forward are those that, taken breadth first from the start in the
/// order of the file, close no circle; the others go back. A connection that goes back is sound when every way from the
/// start to its source passes its target.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<int, List<FlowConnection>> _outbound = [];
    private readonly Dictionary<int, List<FlowConnection>> _inbound = [];
    private readonly Dictionary<int, List<FlowConnection>> _forwardInbound = [];
    private readonly HashSet<int> _forward = [];

    public FlowGraph(IReadOnlyList<FlowConnection> connections, int start)
    {
        Start = start;
        foreach (var connection in connections)
        {
            Of(_outbound, connection.Source).Add(connection);
            Of(_inbound, connection.Target).Add(connection);
        }

        FindForward(start);
        foreach (var connection in connections.Where(connection => _forward.Contains(connection.Index)))
        {
            Of(_forwardInbound, connection.Target).Add(connection);
        }
    }

    public int Start { get; }

    public IReadOnlyList<FlowConnection> Outbound(int node) => _outbound.GetValueOrDefault(node) ?? [];

    public IReadOnlyList<FlowConnection> Inbound(int node) => _inbound.GetValueOrDefault(node) ?? [];

    public IReadOnlyList<FlowConnection> ForwardInbound(int node) => _forwardInbound.GetValueOrDefault(node) ?? [];

    public bool IsForward(FlowConnection connection) => _forward.Contains(connection.Index);

    /// <summary>Whether no forward connection leads to the activity and it is not the start.</summary>
    public bool IsUnreachable(int node) => node != Start && !_forwardInbound.ContainsKey(node);

    /// <summary>All activities from which forward connections lead to this one.</summary>
    public HashSet<int> Ancestors(int node)
    {
        var found = new HashSet<int>();
        var next = new Stack<int>([node]);
        while (next.TryPop(out var at))
        {
            foreach (var connection in ForwardInbound(at).Where(connection => found.Add(connection.Source)))
            {
                next.Push(connection.Source);
            }
        }

        return found;
    }

    public bool GoesBackSoundly(FlowConnection connection) =>
        connection.Source == connection.Target || !Reaches(Start, connection.Source, without: connection.Target);

    private bool Reaches(int from, int to, int without)
    {
        if (from == without)
        {
            return false;
        }

        var seen = new HashSet<int> { from };
        var next = new Stack<int>([from]);
        while (next.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var connection in Outbound(at))
            {
                if (IsForward(connection) && connection.Target != without && seen.Add(connection.Target))
                {
                    next.Push(connection.Target);
                }
            }
        }

        return false;
    }

    private void FindForward(int start)
    {
        var visited = new HashSet<int>();
        var taken = new Dictionary<(int Source, int Target), bool>();
        var next = new Queue<int>([start]);
        var successors = new Dictionary<int, List<int>>();
        while (next.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var connection in Outbound(source))
            {
                var edge = (source, connection.Target);
                if (taken.TryGetValue(edge, out var forward) && forward)
                {
                    _forward.Add(connection.Index);
                    continue;
                }

                if (Leads(successors, connection.Target, source))
                {
                    taken[edge] = false;
                    continue;
                }

                taken[edge] = true;
                _forward.Add(connection.Index);
                if (!successors.TryGetValue(source, out var list))
                {
                    successors.Add(source, list = []);
                }

                list.Add(connection.Target);
                if (!visited.Contains(connection.Target))
                {
                    next.Enqueue(connection.Target);
                }
            }
        }
    }

    private static bool Leads(Dictionary<int, List<int>> successors, int from, int to)
    {
        var seen = new HashSet<int>();
        var next = new Stack<int>([from]);
        while (next.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            if (seen.Add(at) && successors.TryGetValue(at, out var targets))
            {
                targets.ForEach(next.Push);
            }
        }

        return false;
    }

    private static List<FlowConnection> Of(Dictionary<int, List<FlowConnection>> lists, int node)
    {
        if (!lists.TryGetValue(node, out var list))
        {
            lists.Add(node, list = []);
        }

        return list;
    }
}
