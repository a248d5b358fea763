namespace Workflows.Definitions;

/// <summary>
/// Activities as numbers and transitions as arrows between them, as far as they make sense; the checks of the compiler
/// walk it. Where ids are used twice, the first one counts.
/// </summary>
internal sealed class WorkflowGraph
{
    public WorkflowGraph(WorkflowDefinition definition)
    {
        Targets = [.. definition.Activities.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        Indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Activities.Count; i++)
        {
            Indexes.TryAdd(definition.Activities[i].Id, i);
        }

        foreach (var transition in definition.Transitions)
        {
            if (Indexes.TryGetValue(transition.From, out var from) && Indexes.TryGetValue(transition.To, out var to))
            {
                Targets[from].TryAdd(transition.Outcome ?? Outcomes.Done, to);
            }
        }
    }

    public Dictionary<string, int> Indexes { get; }

    /// <summary>For each activity, the activity that follows on each outcome.</summary>
    public Dictionary<string, int>[] Targets { get; }

    /// <summary>Index of the start activity; -1 until it is known to be the only one.</summary>
    public int Start { get; set; } = -1;

    /// <summary>Whatever can be reached from these, themselves included.</summary>
    public HashSet<int> ReachableFrom(IEnumerable<int> origins) => Walk(origins, index => Targets[index].Values);

    /// <summary>Whatever these can be reached from, themselves included.</summary>
    public HashSet<int> Reaching(IEnumerable<int> goals)
    {
        var sources = Enumerable.Range(0, Targets.Length)
            .SelectMany(from => Targets[from].Values.Select(to => (from, to)))
            .ToLookup(arrow => arrow.to, arrow => arrow.from);
        return Walk(goals, index => sources[index]);
    }

    /// <summary>The activities that lie on a circle of activities of which <paramref name="along"/> holds.</summary>
    public IEnumerable<int> OnCircles(Func<int, bool> along)
    {
        return Enumerable.Range(0, Targets.Length).Where(along).Where(index => Walk(Next(index), Next).Contains(index));

        IEnumerable<int> Next(int index) => Targets[index].Values.Where(along);
    }

    private static HashSet<int> Walk(IEnumerable<int> origins, Func<int, IEnumerable<int>> next)
    {
        var seen = new HashSet<int>(origins);
        var pending = new Queue<int>(seen);
        while (pending.TryDequeue(out var index))
        {
            foreach (var follower in next(index).Where(seen.Add))
            {
                pending.Enqueue(follower);
            }
        }

        return seen;
    }
}
