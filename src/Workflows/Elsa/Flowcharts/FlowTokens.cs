using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;
using Workflows.Elsa.Running;

namespace Workflows.Elsa.Flowcharts;

/// <summary>
/// Joins by tokens. An activity that ends puts a token on each connection of its outcomes and takes up those that led to it;
/// the merge mode of the activity at the other end says whether that one runs now. A flowchart in which a token is left
/// over does not end: a strict join behind a way not taken waits for ever, as in Elsa.
/// </summary>
internal static class FlowTokens
{
    public static void Completed(Instance instance, Execution at, Execution child, IReadOnlyList<string> outcomes)
    {
        var graph = FlowchartKind.Graph(instance, at);
        var node = child.Node.Index;
        var taken = graph.Outbound(node).Where(connection => outcomes.Contains(connection.Port)).ToList();
        at.Tokens.AddRange(taken.Select(connection => new Token(node, connection.Port, connection.Target)));
        foreach (var token in at.Tokens.Where(token => token.To == node && token.IsOpen))
        {
            token.Consumed = true;
        }

        foreach (var connection in taken)
        {
            Reach(instance, at, graph, connection);
        }

        CompleteIfIdle(instance, at);
        at.Tokens.RemoveAll(token => token.To == node && token.Consumed);
    }

    public static void Cancelled(Instance instance, Execution at, Execution child)
    {
        at.Tokens.RemoveAll(token => token.From == child.Node.Index || token.To == child.Node.Index);
        FlowchartKind.CompleteIfIdle(instance, at);
    }

    private static void Reach(Instance instance, Execution at, FlowGraph graph, FlowConnection connection)
    {
        var target = instance.Workflow.Nodes[connection.Target];
        var mode = ModeOf(instance, at, target);
        switch (mode)
        {
            case MergeMode.Cascade or MergeMode.Race:
                ReachFirst(instance, at, graph, connection, target, mode);
                break;
            case MergeMode.Merge when !HasAll(at, graph.ForwardInbound(target.Index)):
            case MergeMode.Converge when !HasAll(at, graph.Inbound(target.Index)):
            case MergeMode.None or MergeMode.Stream when IsOnItsWay(at, graph, target):
                break;
            default:
                instance.Schedule(at, target);
                break;
        }
    }

    /// <summary>
    /// The first arrival runs the activity and blocks the other ways in that can still come. While the activity has not
    /// ended, an arrival over a blocked way is taken as seen; after that Race takes it as seen too, Cascade runs again.
    /// </summary>
    private static void ReachFirst(Instance instance, Execution at, FlowGraph graph, FlowConnection connection, ElsaNode target, MergeMode mode)
    {
        if (at.Tokens.Find(token => token.Blocked && Is(token, connection)) is { } block)
        {
            var ended = !instance.Queue.Any(work => work.Owner == at && work.Node == target) && !at.Children.Values.Any(child => child.Node == target);
            block.Consumed = true;
            if (ended)
            {
                at.Tokens.Remove(block);
            }

            if (!ended || mode == MergeMode.Race)
            {
                at.Tokens.Where(token => token.IsOpen && Is(token, connection)).ToList().ForEach(token => token.Consumed = true);
                return;
            }
        }

        instance.Schedule(at, target);
        if (mode == MergeMode.Race)
        {
            FlowchartKind.CancelAncestors(instance, at, target);
        }

        var onTheWay = OnTheWay(instance, at);
        at.Tokens.AddRange(graph.ForwardInbound(target.Index)
            .Where(inbound => inbound.Source != connection.Source && (onTheWay.Contains(inbound.Source) || graph.Ancestors(inbound.Source).Overlaps(onTheWay)))
            .Select(inbound => new Token(inbound.Source, inbound.Port, target.Index) { Blocked = true }));
    }

    /// <summary>Activities of the flowchart that run, wait or are about to.</summary>
    private static HashSet<int> OnTheWay(Instance instance, Execution at) =>
        [.. at.Children.Values.Select(child => child.Node.Index), .. instance.Queue.Where(work => work.Owner == at).Select(work => work.Node.Index)];

    private static bool Is(Token token, FlowConnection connection) =>
        token.From == connection.Source && token.To == connection.Target && token.Port == connection.Port;

    /// <summary>A FlowJoin says by its own mode how it merges.</summary>
    private static MergeMode ModeOf(Instance instance, Execution at, ElsaNode target) =>
        target.Kind is not FlowJoinKind ? target.Activity.MergeMode
        : FlowchartKind.JoinMode(instance, at, target) == FlowJoinKind.WaitAny ? MergeMode.Race
        : MergeMode.Merge;

    private static bool HasAll(Execution at, IReadOnlyList<FlowConnection> inbound) =>
        inbound.Count <= 1 || inbound.All(connection => at.Tokens.Exists(token => token.IsOpen && Is(token, connection)));

    /// <summary>Whether a token still leads to an activity from which a connection leads here.</summary>
    private static bool IsOnItsWay(Execution at, FlowGraph graph, ElsaNode target)
    {
        var sources = graph.ForwardInbound(target.Index).Select(connection => connection.Source).ToHashSet();
        return at.Tokens.Exists(token => token.IsOpen && sources.Contains(token.To));
    }

    private static void CompleteIfIdle(Instance instance, Execution at)
    {
        if (!at.Tokens.Exists(token => token.IsOpen))
        {
            FlowchartKind.CompleteIfIdle(instance, at);
        }
    }
}
