using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Paths;

/// <summary>Makes the lines of a path: travelled and expected from visit to visit, skipped beside them, returns back.</summary>
internal static class PathEdges
{
    public static IReadOnlyList<PathEdge> Of(Route route, IReadOnlyList<PathStep> steps)
    {
        var order = steps.Index().ToDictionary(step => step.Item.ActivityId, step => step.Index, StringComparer.Ordinal);
        var main = new Dictionary<(string, string), PathEdge>();
        var back = new List<PathEdge>();
        foreach (var (from, to) in route.Visits.Where(visit => order.ContainsKey(visit.ActivityId)).SelectMany(to => Before(route, order, to).Select(from => (from, to))))
        {
            if (order[from.ActivityId] < order[to.ActivityId])
            {
                var kind = route.Real(to) is null ? PathEdgeKind.Expected : PathEdgeKind.Travelled;
                main[(from.ActivityId, to.ActivityId)] = new PathEdge(from.ActivityId, to.ActivityId, kind);
            }
            else if (Rejection(route, from) is { } rejection)
            {
                back.Add(new PathEdge(from.ActivityId, to.ActivityId, PathEdgeKind.Returned) { Return = rejection });
            }
        }

        return [.. main.Values, .. SkippedEdges.Of(route, steps, [.. main.Keys]), .. back, .. Returns(route, steps, order)];
    }

    /// <summary>The visits of steps that a visit follows, over whatever people do not see.</summary>
    private static IEnumerable<ActivityVisit> Before(Route route, Dictionary<string, int> order, ActivityVisit visit) =>
        route.Before(visit).SelectMany(before => order.ContainsKey(before.ActivityId) ? [before] : Before(route, order, before));

    private static PathReturn? Rejection(Route route, ActivityVisit visit) =>
        route.Present?.WorkItems.FirstOrDefault(item => item.Visit == visit.Number && item.State == WorkItemState.Rejected) is { } item
            ? new PathReturn(item.Person, item.ClosedAt!.Value, item.Comment ?? "", null)
            : null;

    private static IEnumerable<PathEdge> Returns(Route route, IReadOnlyList<PathStep> steps, Dictionary<string, int> order) =>
        from back in route.Present?.Returns ?? []
        where order.ContainsKey(back.ActivityId) && (back.Target is null || order.ContainsKey(back.Target))
        select new PathEdge(back.ActivityId, back.Target ?? steps[0].ActivityId, PathEdgeKind.Returned)
        {
            Return = new PathReturn(back.Person, back.At, back.Comment, back.Resume),
        };
}
