using Workflows.Activities.Approval;

namespace Workflows.Paths;

/// <summary>
/// Places a path on a grid: the main line in lane 0 from left to right, each branch of a fork in rows of its own, skipped
/// steps below. A step that several people sign at once is one box for each of them, stacked from its lane downwards.
/// Every line but a return runs to the right. Pure and deterministic.
/// </summary>
public static class PathLayout
{
    public static PathDrawing Arrange(WorkflowPath path)
    {
        var columns = Columns(path);
        var lanes = new PathLanes(path.Steps, columns);
        var boxes = path.Steps.ToDictionary(step => step.ActivityId, step => Boxes(step, columns[step.ActivityId], lanes.Of(step)), StringComparer.Ordinal);
        var nodes = path.Steps.SelectMany(step => boxes[step.ActivityId]).ToList();
        var lines = path.Edges.SelectMany(edge => Lines(edge, boxes[edge.From], boxes[edge.To])).ToList();
        return new PathDrawing(
            nodes.Select(node => node.Column + 1).DefaultIfEmpty(0).Max(),
            nodes.Select(node => node.Lane + 1).DefaultIfEmpty(0).Max(),
            nodes,
            lines);
    }

    /// <summary>How many boxes stand below one another for a step.</summary>
    internal static int HeightOf(PathStep step) => IsApart(step) ? step.Signers.Count : 1;

    private static bool IsApart(PathStep step) => step.Mode == SignMode.All && step.Signers.Count > 1;

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

    private static IReadOnlyList<PathNode> Boxes(PathStep step, int column, int lane) => IsApart(step)
        ? [.. step.Signers.Select((signer, order) => new PathNode($"{step.ActivityId}/{order + 1}", step, signer, column, lane + order))]
        : [new PathNode(step.ActivityId, step, null, column, lane)];

    private static IEnumerable<PathLine> Lines(PathEdge edge, IReadOnlyList<PathNode> left, IReadOnlyList<PathNode> right)
    {
        if (edge.Return is { } back)
        {
            var returning = left.FirstOrDefault(node => node.Signer?.Person == back.Person) ?? left[0];
            return [new PathLine(returning.Key, right[0].Key, edge)];
        }

        return
            from start in left
            from end in right
            select new PathLine(start.Key, end.Key, edge);
    }
}
