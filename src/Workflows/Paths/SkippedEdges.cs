namespace Workflows.Paths;

/// <summary>
/// Makes the lines to, between and from skipped steps: each skipped step hangs on the steps nearest before and after
/// it, so that a row of skipped steps reads as one row and not as a bundle of detours.
/// </summary>
internal static class SkippedEdges
{
    /// <param name="main">The lines between steps that are not skipped; they are never drawn again.</param>
    public static IEnumerable<PathEdge> Of(Route route, IReadOnlyList<PathStep> steps, HashSet<(string From, string To)> main)
    {
        if (steps.All(step => step.State != PathStepState.Skipped))
        {
            return [];
        }

        var order = steps.Index().ToDictionary(step => route.IndexOf(step.Item.ActivityId), step => step.Index);
        var next = steps.Select(step => Following(route, order, route.IndexOf(step.ActivityId))).ToList();
        var reached = Reached(next);
        return
            from left in Enumerable.Range(0, steps.Count)
            from right in next[left]
            where steps[left].State == PathStepState.Skipped || steps[right].State == PathStepState.Skipped
            where !main.Contains((steps[left].ActivityId, steps[right].ActivityId))
            where !next[left].Exists(between => reached[between].Contains(right))
            select new PathEdge(steps[left].ActivityId, steps[right].ActivityId, PathEdgeKind.Skipped);
    }

    /// <summary>For each step, all steps behind it. Steps only lead to later ones, so it is filled from the end.</summary>
    private static HashSet<int>[] Reached(List<List<int>> next)
    {
        var reached = new HashSet<int>[next.Count];
        for (var step = next.Count - 1; step >= 0; step--)
        {
            reached[step] = [.. next[step], .. next[step].SelectMany(follower => reached[follower])];
        }

        return reached;
    }

    /// <summary>The later steps that can come next after an activity, whatever the values.</summary>
    private static List<int> Following(Route route, Dictionary<int, int> order, int activity)
    {
        var found = new HashSet<int>();
        var seen = new HashSet<int> { activity };
        var pending = new Queue<int>(seen);
        while (pending.TryDequeue(out var at))
        {
            foreach (var (_, target) in route.Ahead(at).Where(way => seen.Add(way.Target)))
            {
                if (order.TryGetValue(target, out var step))
                {
                    found.Add(step);
                }
                else
                {
                    pending.Enqueue(target);
                }
            }
        }

        return [.. found.Where(step => step > order[activity]).Order()];
    }
}
