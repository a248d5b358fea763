using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;
using Workflows.Elsa.Running;

namespace Workflows.Elsa.Flowcharts;

/// <summary>
/// Joins by counting, as Elsa does by default. Whenever an activity ends, all its connections are visited: taken where the
/// outcome is theirs, else not taken. An activity with ways in runs when all of them (backward ones aside) were visited
/// once more than it, and one was taken; when none was, it is passed over and its own connections are visited as not
/// taken. A FlowJoin may ask for all ways taken, or go at the first.
/// </summary>
internal static class FlowCounters
{
    public static void Completed(Instance instance, Execution at, Execution child, IReadOnlyList<string> outcomes)
    {
        if (!Leave(instance, at, child.Node, outcomes, child.Backward))
        {
            FlowchartKind.CompleteIfIdle(instance, at);
        }
    }

    public static void Cancelled(Instance instance, Execution at, Execution child)
    {
        Leave(instance, at, child.Node, Outcomes.None, backward: false);
        FlowchartKind.CompleteIfIdle(instance, at);
    }

    /// <returns>Whether anything was scheduled.</returns>
    private static bool Leave(Instance instance, Execution at, ElsaNode node, IReadOnlyList<string> outcomes, bool backward)
    {
        var graph = FlowchartKind.Graph(instance, at);
        if (graph.IsUnreachable(node.Index))
        {
            throw new ElsaFault($"Activity {node.Activity.Id} is not reachable from the start of the flowchart, so where it leads cannot be scheduled.");
        }

        if (!backward)
        {
            Visit(at, node.Index);
        }

        // Depth first, as passing over an activity visits its connections before the rest of its predecessor's.
        var scheduled = false;
        var open = new Stack<(IEnumerator<FlowConnection> Connections, IReadOnlyList<string> Outcomes)>();
        open.Push((graph.Outbound(node.Index).GetEnumerator(), outcomes));
        while (open.TryPeek(out var top))
        {
            if (!top.Connections.MoveNext())
            {
                open.Pop();
                continue;
            }

            var connection = top.Connections.Current;
            var followed = top.Outcomes.Contains(connection.Port);
            at.Traffic[connection.Index] = new ElsaTraffic(Traffic(at, connection).Count + 1, followed);
            switch (Reach(instance, at, graph, connection, followed))
            {
                case Arrival.Scheduled:
                    scheduled = true;
                    break;
                case Arrival.PassedOver:
                    Visit(at, connection.Target);
                    open.Push((graph.Outbound(connection.Target).GetEnumerator(), Outcomes.None));
                    break;
            }
        }

        return scheduled;
    }

    private static Arrival Reach(Instance instance, Execution at, FlowGraph graph, FlowConnection connection, bool followed)
    {
        var target = instance.Workflow.Nodes[connection.Target];
        if (!graph.IsForward(connection))
        {
            if (!followed)
            {
                return Arrival.Waits;
            }

            if (!graph.GoesBackSoundly(connection))
            {
                throw new ElsaFault($"Expected every way to '{instance.Workflow.Nodes[connection.Source].Activity.Id}' to pass '{target.Activity.Id}', to which a connection goes back, but found one that does not.");
            }

            instance.Schedule(at, target, backward: true);
            return Arrival.Scheduled;
        }

        var mode = target.Kind is FlowJoinKind ? FlowchartKind.JoinMode(instance, at, target) : FlowJoinKind.WaitAllActive;
        if (mode == FlowJoinKind.WaitAny)
        {
            return ReachAny(instance, at, graph, connection, target);
        }

        if (!AllVisited(at, graph, target))
        {
            return Arrival.Waits;
        }

        var runs = mode == FlowJoinKind.WaitAll
            ? graph.ForwardInbound(target.Index).All(inbound => Traffic(at, inbound).Followed)
            : AnyFollowed(at, graph, target);
        if (runs)
        {
            instance.Schedule(at, target);
        }

        return runs ? Arrival.Scheduled : Arrival.PassedOver;
    }

    private static Arrival ReachAny(Instance instance, Execution at, FlowGraph graph, FlowConnection connection, ElsaNode target)
    {
        if (Traffic(at, connection).Count <= Visits(at, target.Index) || instance.Queue.Any(work => work.Owner == at && work.Node == target && work.Execution is null))
        {
            return Arrival.Waits;
        }

        if (AnyFollowed(at, graph, target))
        {
            instance.Schedule(at, target);
            FlowchartKind.CancelAncestors(instance, at, target);
            return Arrival.Scheduled;
        }

        return AllVisited(at, graph, target) ? Arrival.PassedOver : Arrival.Waits;
    }

    private static bool AllVisited(Execution at, FlowGraph graph, ElsaNode target) =>
        graph.ForwardInbound(target.Index).Min(inbound => Traffic(at, inbound).Count) > Visits(at, target.Index);

    /// <summary>Of the connections visited most often, and oftener than the activity, one was taken the last time.</summary>
    private static bool AnyFollowed(Execution at, FlowGraph graph, ElsaNode target)
    {
        var inbound = graph.ForwardInbound(target.Index);
        var most = inbound.Max(connection => Traffic(at, connection).Count);
        return most > Visits(at, target.Index) && inbound.Any(connection => Traffic(at, connection) is { Followed: true } traffic && traffic.Count == most);
    }

    private static ElsaTraffic Traffic(Execution at, FlowConnection connection) => at.Traffic.GetValueOrDefault(connection.Index) ?? new ElsaTraffic(0, false);

    private static int Visits(Execution at, int node) => at.Visits.GetValueOrDefault(node);

    private static void Visit(Execution at, int node) => at.Visits[node] = Visits(at, node) + 1;

    private enum Arrival
    {
        Waits,
        Scheduled,
        PassedOver,
    }
}
