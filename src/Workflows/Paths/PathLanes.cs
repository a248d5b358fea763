namespace Workflows.Paths;

/// <summary>
/// Gives each step its lane. A branch is a block over the columns of its steps and of the branches within; blocks of one
/// branch stand below one another where their columns meet. Within a block the steps that are skipped stand lowest.
/// </summary>
internal sealed class PathLanes
{
    private readonly Dictionary<string, int> _columns;
    private readonly Dictionary<string, int> _lanes = new(StringComparer.Ordinal);

    /// <param name="columns">By activity id.</param>
    public PathLanes(IReadOnlyList<PathStep> steps, Dictionary<string, int> columns)
    {
        _columns = columns;
        var block = Block(steps, 0, 0);
        foreach (var (step, lane) in block.Steps)
        {
            _lanes[step.ActivityId] = lane;
        }
    }

    public int Of(PathStep step) => _lanes[step.ActivityId];

    /// <summary>Places the steps of a branch, and of those within, from lane 0.</summary>
    /// <param name="steps">Those in the branch, at whatever depth.</param>
    /// <param name="depth">How many branches deep it lies; 0 for what lies outside all forks.</param>
    private Placed Block(IReadOnlyList<PathStep> steps, int branch, int depth)
    {
        var placed = new List<(PathStep Step, int Lane)>();
        var taken = new HashSet<(int Column, int Lane)>();
        foreach (var step in steps.Where(step => step.Branch == branch && step.State != PathStepState.Skipped))
        {
            Put(step, 0);
        }

        foreach (var inner in Inner(steps, branch, depth))
        {
            var block = Block([.. inner], inner.Key, depth + 1);
            var lane = 0;
            while (block.Cells.Any(cell => taken.Contains((cell.Column, cell.Lane + lane))))
            {
                lane++;
            }

            placed.AddRange(block.Steps.Select(one => (one.Step, one.Lane + lane)));
            taken.UnionWith(block.Cells.Select(cell => (cell.Column, cell.Lane + lane)));
        }

        foreach (var step in steps.Where(step => step.Branch == branch && step.State == PathStepState.Skipped))
        {
            Put(step, 1);
        }

        return new Placed(placed, branch == 0 ? taken : Filled(taken));

        void Put(PathStep step, int lowest)
        {
            var (column, height, lane) = (_columns[step.ActivityId], PathLayout.HeightOf(step), lowest);
            while (Enumerable.Range(lane, height).Any(candidate => taken.Contains((column, candidate))))
            {
                lane++;
            }

            taken.UnionWith(Enumerable.Range(lane, height).Select(used => (column, used)));
            placed.Add((step, lane));
        }
    }

    /// <summary>The branches right within a branch, each with all steps that lie in it.</summary>
    private static IEnumerable<IGrouping<int, PathStep>> Inner(IReadOnlyList<PathStep> steps, int branch, int depth) => steps
        .Where(step => step.Branch != branch)
        .GroupBy(step => depth < step.OuterBranches.Count ? step.OuterBranches[depth] : step.Branch)
        .OrderBy(inner => inner.Key);

    /// <summary>All cells of the rectangle around these: nothing else stands between the steps of a branch.</summary>
    private static HashSet<(int Column, int Lane)> Filled(HashSet<(int Column, int Lane)> cells)
    {
        if (cells.Count == 0)
        {
            return cells;
        }

        var (first, last, lowest) = (cells.Min(cell => cell.Column), cells.Max(cell => cell.Column), cells.Max(cell => cell.Lane));
        return [.. from column in Enumerable.Range(first, last - first + 1) from lane in Enumerable.Range(0, lowest + 1) select (column, lane)];
    }

    private sealed record Placed(IReadOnlyList<(PathStep Step, int Lane)> Steps, HashSet<(int Column, int Lane)> Cells);
}
