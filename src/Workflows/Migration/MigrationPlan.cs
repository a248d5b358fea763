using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Migration;

/// <summary>
/// What would become of one instance if it moved to another version of its workflow: where it waits now, and where it
/// would wait then. Nothing that was done is done again; only the steps it waits at get another definition.
/// </summary>
/// <param name="Steps">The steps that the instance waits at, or will come back to.</param>
public sealed record MigrationPlan(IReadOnlyList<MigrationStep> Steps)
{
    /// <summary>Whether every step has a place in the new version.</summary>
    public bool IsComplete => Steps.All(step => step.To is not null);

    /// <summary>The moves for <see cref="MigrateInstance"/>.</summary>
    /// <exception cref="InvalidOperationException">A step needs a choice.</exception>
    public IReadOnlyDictionary<string, string> Moves => Steps.ToDictionary(
        step => step.From,
        step => step.To ?? throw new InvalidOperationException($"Expected a choice for '{step.From}'."),
        StringComparer.Ordinal);

    /// <summary>Plans the move of one instance. Pure.</summary>
    /// <param name="choices">New activity id by old one, for steps that need a choice.</param>
    public static MigrationPlan For(CompiledWorkflow from, CompiledWorkflow to, InstanceState state, IReadOnlyDictionary<string, string> choices) =>
        new([.. Waiting(state).Select(id => Step(from, to, state, id, choices.GetValueOrDefault(id)))]);

    /// <summary>Why these moves cannot be made, in words; null when they can.</summary>
    internal static string? Obstacle(CompiledWorkflow to, InstanceState state, IReadOnlyDictionary<string, string> moves)
    {
        foreach (var id in Waiting(state))
        {
            if (!moves.TryGetValue(id, out var target) || to.IndexOf(target) is not { } index)
            {
                return $"Expected a step of the new version for '{id}', but found none.";
            }

            if (!Fits(to, state, id, index))
            {
                return $"Expected a step of the new version that '{id}' can become, but found '{target}'.";
            }
        }

        return null;
    }

    private static MigrationStep Step(CompiledWorkflow from, CompiledWorkflow to, InstanceState state, string id, string? choice)
    {
        var options = Enumerable.Range(0, to.Activities.Count)
            .Where(index => from.Find(id) is { } old && to.Activities[index].GetType() == old.GetType() && Fits(to, state, id, index))
            .Select(index => to.Activities[index].Id)
            .ToList();
        var target = choice is not null && options.Contains(choice, StringComparer.Ordinal) ? choice : options.Contains(id, StringComparer.Ordinal) ? id : null;
        return new MigrationStep(id, target, target is null ? MigrationFate.NeedsChoice : target == id ? MigrationFate.Stays : MigrationFate.Moves, options);
    }

    /// <summary>A step must lie in as many forks as the branch of its visit does, or joins would wait for ever.</summary>
    private static bool Fits(CompiledWorkflow to, InstanceState state, string id, int index)
    {
        var draft = new InstanceDraft(state);
        return state.Path.Where(visit => visit.IsLive && visit.ActivityId == id).All(visit => Depth(draft, visit.Branch) == to.DepthOf(index))
            && state.Returns.Where(one => one.ComesBack && one.ActivityId == id).All(one => Depth(draft, one.Branch) == to.DepthOf(index));
    }

    private static int Depth(InstanceDraft draft, int branch)
    {
        var depth = 0;
        for (var at = branch; at != 0; at = draft.Branch(at)!.Parent)
        {
            depth++;
        }

        return depth;
    }

    private static IEnumerable<string> Waiting(InstanceState state) => state.Tokens.Select(visit => visit.ActivityId)
        .Concat(state.Returns.Where(one => one.ComesBack).Select(one => one.ActivityId))
        .Distinct(StringComparer.Ordinal);
}

/// <summary>One step of an instance that is to move to another version.</summary>
/// <param name="From">Activity id in the old version.</param>
/// <param name="To">Activity id in the new version; null when it needs a choice.</param>
/// <param name="Options">The steps of the new version that it can become.</param>
public sealed record MigrationStep(string From, string? To, MigrationFate Fate, IReadOnlyList<string> Options);

/// <summary>What becomes of a step.</summary>
public enum MigrationFate
{
    /// <summary>It is in the new version as well.</summary>
    Stays,

    /// <summary>It becomes another step, as chosen.</summary>
    Moves,

    /// <summary>It is not in the new version, or not at a place that fits.</summary>
    NeedsChoice,
}
