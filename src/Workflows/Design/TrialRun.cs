using Workflows.Definitions;
using Workflows.Paths;
using Workflows.Runtime;

namespace Workflows.Design;

/// <summary>What a try-run gave: <see cref="Tried"/> or <see cref="TrialAsks"/>.</summary>
public abstract record TrialResult;

/// <summary>The way that a record would take if everyone approved.</summary>
/// <param name="Visits">The steps reached, in their order.</param>
/// <param name="Arrows">The lines travelled.</param>
/// <param name="Blocked">Why it could not be followed to an end; null when it could.</param>
public sealed record Tried(IReadOnlyList<ActivityVisit> Visits, IReadOnlySet<Arrow> Arrows, PathBlock? Blocked) : TrialResult;

/// <summary>The way depends on answers; answer and try again.</summary>
public sealed record TrialAsks(IReadOnlyList<Question> Questions) : TrialResult;

/// <summary>Runs a workflow by the engine itself for a record that nobody has submitted. Pure; nothing is sent or kept.</summary>
public static class TrialRun
{
    public static TrialResult Run(CompiledWorkflow workflow, Guid initiator, Answers answers, DateTimeOffset now)
    {
        var simulation = PathSimulation.Run(workflow, null, initiator, answers, now);
        if (simulation.Questions.Count > 0)
        {
            return new TrialAsks(simulation.Questions);
        }

        var visits = simulation.Future?.Path ?? [];
        return new Tried(visits, Travelled(new Flow(workflow.Definition), visits), simulation.Blocked);
    }

    /// <summary>The line by which each step was left, and those by which each was reached from the one before: a fork is left by several.</summary>
    private static HashSet<Arrow> Travelled(Flow flow, IReadOnlyList<ActivityVisit> visits)
    {
        var byNumber = visits.ToDictionary(visit => visit.Number);
        var reached = visits.Select(visit => visit.ActivityId).ToHashSet(StringComparer.Ordinal);
        var left = visits
            .Where(visit => visit.Outcome is not null)
            .Select(visit => new Arrow(visit.ActivityId, visit.Outcome!))
            .Where(arrow => flow.Target(arrow) is { } target && reached.Contains(target));
        var entered = visits
            .Where(visit => byNumber.ContainsKey(visit.From))
            .Select(visit => (From: byNumber[visit.From], visit.ActivityId))
            .Where(step => step.From.Outcome is null || flow.Target(new Arrow(step.From.ActivityId, step.From.Outcome)) is null)
            .SelectMany(step => flow.OutOf(step.From.ActivityId).Where(arrow => flow.Target(arrow) == step.ActivityId));
        return [.. left, .. entered];
    }
}
