using System.Collections.Concurrent;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;

namespace Workflows.Elsa.Flowcharts;

/// <summary>The graphs of one flowchart, by the activity at which it starts.</summary>
internal sealed class FlowGraphs
{
    private readonly ConcurrentDictionary<int, FlowGraph> _graphs = new();
    private readonly IReadOnlyList<FlowConnection> _connections;
    private readonly ElsaNode _flowchart;

    public FlowGraphs(ElsaNode flowchart)
    {
        _flowchart = flowchart;
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in flowchart.Children)
        {
            nodes.TryAdd(child.Activity.Id, child.Index);
        }

        _connections = [.. flowchart.Activity.Connections.Select((connection, index) =>
            new FlowConnection(index, nodes[connection.Source], connection.Port, nodes[connection.Target]))];
    }

    public FlowGraph From(ElsaNode start) => _graphs.GetOrAdd(start.Index, _ => new FlowGraph(_connections, start.Index));

    /// <summary>
    /// Where the flowchart starts: the activity that started the workflow, the one named, a Start, one that may start the
    /// workflow, the first without a way in, the first.
    /// </summary>
    public ElsaNode? Start(string? trigger)
    {
        var children = _flowchart.Children;
        return children.Find(child => trigger is not null && child.Activity.Id == trigger)
            ?? children.Find(child => _flowchart.Activity.Start is { } named && child.Activity.Id == named)
            ?? children.Find(child => child.Kind is StartKind)
            ?? children.Find(child => child.Activity.CanStartWorkflow)
            ?? children.Find(child => !_connections.Any(connection => connection.Target == child.Index))
            ?? children.FirstOrDefault();
    }
}
