using Workflows.Activities.Approval;

namespace Workflows.Paths;

/// <summary>
/// Places a path on a grid: the main line in lane 0 from left to right, skipped steps below it from lane 1. A step that
/// several people sign at once is one box for each of them, stacked from its lane downwards. Every line but a return
/// runs to the right. Pure and deterministic.
/// </summary>
public static class PathLayout
{
    public static PathDrawing Arrange(WorkflowPath path)
    {
        var columns = Columns(path);
        var taken = new HashSet<(int Column, int Lane)>();
        var boxes = new Dictionary<string, List<PathNode>>(StringComparer.Ordinal);
        var lanes = new Dictionary<int, int> { [0] = 0 };

        // The main line first, so that nothing else takes lane 0 from it.
        foreach (var step in path.Steps.OrderBy(step => step.State == PathStepState.Skipped))
        {
            boxes[step.ActivityId] = Place(step, columns[step.ActivityId], lanes, taken);
            if (step.State != PathStepState.Skipped)
            {
                lanes.TryAdd(step.Branch, boxes[step.ActivityId][0].Lane);
            }
        }

        var nodes = path.Steps.SelectMany(step => boxes[step.ActivityId]).ToList();
        var lines = path.Edges.SelectMany(edge => Lines(edge, boxes[edge.From], boxes[edge.To])).ToList();
        return new PathDrawing(
            nodes.Select(node => node.Column + 1).DefaultIfEmpty(0).Max(),
            nodes.Select(node => node.Lane + 1).DefaultIfEmpty(0).Max(),
            nodes,
            lines);
    }

    /// <summary>A step stands one column right of the rightmost step that leads to it.</summary>
    private static Dictionary<string, int> Columns(WorkflowPath path)
    {
        var before = path.Edges
            .Where(edge => edge.Kind != PathEdgeKind.Returned)
            .ToLookup(edge => edge.To, edge => edge.From, StringComparer.Ordinal);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in path.Steps)
        {
            columns[step.ActivityId] = before[step.ActivityId].Select(from => columns[from] + 1).DefaultIfEmpty(0).Max();
        }

        return columns;
    }

    /// <param name="lanes">The lane of each branch: its steps stand in one row.</param>
    private static List<PathNode> Place(PathStep step, int column, Dictionary<int, int> lanes, HashSet<(int Column, int Lane)> taken)
    {
        var apart = step.Mode == SignMode.All && step.Signers.Count > 1;
        var height = apart ? step.Signers.Count : 1;
        var row = lanes.GetValueOrDefault(step.Branch);
        var lane = step.State == PathStepState.Skipped ? row + 1 : row;
        while (Enumerable.Range(lane, height).Any(candidate => taken.Contains((column, candidate))))
        {
            lane++;
        }

        taken.UnionWith(Enumerable.Range(lane, height).Select(used => (column, used)));
        return apart
            ? [.. step.Signers.Select((signer, order) => new PathNode($"{step.ActivityId}/{order + 1}", step, signer, column, lane + order))]
            : [new PathNode(step.ActivityId, step, null, column, lane)];
    }

    private static IEnumerable<PathLine> Lines(PathEdge edge, List<PathNode> left, List<PathNode> right)
    {
        if (edge.Return is { } back)
        {
            var returning = left.Find(node => node.Signer?.Person == back.Person) ?? left[0];
            return [new PathLine(returning.Key, right[0].Key, edge)];
        }

        return
            from start in left
            from end in right
            select new PathLine(start.Key, end.Key, edge);
    }
}
