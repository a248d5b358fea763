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
    public static MigrationPlan For(CompiledWorkflow from, CompiledWorkflow to, InstanceState state, IReadOnlyDictionary<string, string> choices)
    {
        var fit = new MigrationFit(to, state);
        var steps = Waiting(state).Select(id => Step(from, to, fit, id, choices.GetValueOrDefault(id))).ToList();
        var apart = fit.Apart([.. steps.Where(step => step.To is not null).Select(step => (step.From, step.To!))]);
        return new([.. steps.Select(step => apart.Contains(step.From) ? step with { To = null, Fate = MigrationFate.NeedsChoice } : step)]);
    }

    /// <summary>Why these moves cannot be made, in words; null when they can.</summary>
    internal static string? Obstacle(CompiledWorkflow to, InstanceState state, IReadOnlyDictionary<string, string> moves)
    {
        var fit = new MigrationFit(to, state);
        var made = new List<(string From, string To)>();
        foreach (var id in Waiting(state))
        {
            if (!moves.TryGetValue(id, out var target) || to.IndexOf(target) is not { } index)
            {
                return $"Expected a step of the new version for '{id}', but found none.";
            }

            if (!fit.Fits(id, index))
            {
                return $"Expected a step of the new version that '{id}' can become, but found '{target}'.";
            }

            made.Add((id, target));
        }

        return fit.Apart(made) is { Count: > 0 } apart
            ? $"Expected steps of one fork to become steps of one fork again, but found {string.Join(", ", apart.Order(StringComparer.Ordinal))} in different ones."
            : null;
    }

    private static MigrationStep Step(CompiledWorkflow from, CompiledWorkflow to, MigrationFit fit, string id, string? choice)
    {
        var options = Enumerable.Range(0, to.Activities.Count)
            .Where(index => from.Find(id) is { } old && to.Activities[index].GetType() == old.GetType() && fit.Fits(id, index))
            .Select(index => to.Activities[index].Id)
            .ToList();
        var target = choice is not null && options.Contains(choice, StringComparer.Ordinal) ? choice : options.Contains(id, StringComparer.Ordinal) ? id : null;
        return new MigrationStep(id, target, target is null ? MigrationFate.NeedsChoice : target == id ? MigrationFate.Stays : MigrationFate.Moves, options);
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
