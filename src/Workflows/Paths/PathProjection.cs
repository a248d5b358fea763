using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Paths;

/// <summary>What <see cref="PathProjection"/> gives: <see cref="Projected"/> or <see cref="QuestionsAsked"/>.</summary>
public abstract record ProjectionResult;

/// <summary>The path, as far as it can be foreseen.</summary>
public sealed record Projected(WorkflowPath Path) : ProjectionResult;

/// <summary>The way ahead depends on answers; answer and project again, as with <see cref="Asked"/>.</summary>
public sealed record QuestionsAsked(IReadOnlyList<Question> Questions) : ProjectionResult;

/// <summary>
/// Foresees the way of a record: takes what was travelled from the state, and what is to come from the engine itself,
/// run on as if everyone approved. Pure, like the engine.
/// </summary>
public static class PathProjection
{
    /// <summary>The path of an instance.</summary>
    public static ProjectionResult Project(CompiledWorkflow workflow, InstanceState state, Answers answers, DateTimeOffset now) =>
        Project(workflow, state, state.Initiator, answers, now);

    /// <summary>The path that a record would take if this person submitted it.</summary>
    public static ProjectionResult Preview(CompiledWorkflow workflow, Guid initiator, Answers answers, DateTimeOffset now) =>
        Project(workflow, null, initiator, answers, now);

    private static ProjectionResult Project(
        CompiledWorkflow workflow,
        InstanceState? present,
        Guid initiator,
        Answers answers,
        DateTimeOffset now)
    {
        var simulation = PathSimulation.Run(workflow, present, initiator, answers, now);
        if (simulation.Questions.Count > 0)
        {
            return new QuestionsAsked(simulation.Questions);
        }

        var route = new Route(workflow, present, simulation.Future, initiator);
        var steps = PathSteps.Of(route);
        return new Projected(new WorkflowPath(steps, PathEdges.Of(route, steps), simulation.Blocked));
    }
}
