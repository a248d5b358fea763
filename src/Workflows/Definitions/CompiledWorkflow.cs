using System.Collections.Frozen;
using Workflows.Activities;

namespace Workflows.Definitions;

/// <summary>
/// A definition without errors, made ready to run once per version: activities by index, targets by outcome.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class CompiledWorkflow
{
    private readonly FrozenDictionary<string, int> _indexes;
    private readonly ActivityDefinition[] _activities;
    private readonly ActivityKind[] _kinds;
    private readonly FrozenDictionary<string, int>[] _targets;
    private readonly ForkScopes _scopes;

    internal CompiledWorkflow(WorkflowDefinition definition, WorkflowGraph graph, ForkScopes scopes)
    {
        _scopes = scopes;
        Definition = definition;
        Start = graph.Start;
        _indexes = graph.Indexes.ToFrozenDictionary(StringComparer.Ordinal);
        _activities = [.. definition.Activities];
        _kinds = [.. definition.Activities.Select(ActivityKinds.Of)];
        _targets = [.. graph.Targets.Select(targets => targets.ToFrozenDictionary(StringComparer.Ordinal))];
    }

    public WorkflowDefinition Definition { get; }

    /// <summary>Index of the start activity.</summary>
    public int Start { get; }

    /// <summary>The activities by index, in the order of the definition.</summary>
    public IReadOnlyList<ActivityDefinition> Activities => _activities;

    /// <summary>The index of an activity, or null when the workflow has none with this id.</summary>
    public int? IndexOf(string activityId) => _indexes.TryGetValue(activityId, out var index) ? index : null;

    /// <summary>The activity that follows on an outcome, or null when no transition leaves by it.</summary>
    public int? Target(int activity, string outcome) => _targets[activity].TryGetValue(outcome, out var target) ? target : null;

    /// <summary>The outcomes by which transitions leave an activity.</summary>
    public IEnumerable<string> OutcomesOf(int activity) => _targets[activity].Keys.Order(StringComparer.Ordinal);

    /// <summary>The activity with this id, or null when the workflow has none.</summary>
    public ActivityDefinition? Find(string activityId) => _indexes.TryGetValue(activityId, out var index) ? _activities[index] : null;

    /// <summary>Index of the fork in whose branches an activity lies, the innermost; null outside all forks. A join lies inside.</summary>
    public int? ForkOf(int activity) => _scopes.ForkOf(activity);

    /// <summary>In how many forks an activity lies.</summary>
    public int DepthOf(int activity) => _scopes.DepthOf(activity);

    internal ActivityKind KindOf(int activity) => _kinds[activity];
}
