using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Paths;

/// <summary>What <see cref="PathProjection"/> gives: <see cref="Projected"/> or <see cref="QuestionsAsked"/>.</summary>
public abstract record ProjectionResult;

public sealed record Projected(WorkflowPath Path) : ProjectionResult;

/// <summary>The way ahead depends on answers; answer and project again, as with <see cref="Asked"/>.</summary>
public sealed record QuestionsAsked(IReadOnlyList<Question> Questions) : ProjectionResult;

/// <summary>
/// Foresees the way of a record: takes what was travelled from the state, and what is to come from the engine itself,
/// run on as if everyone approved.
/// </summary>
public static class PathProjection
{
    /// <summary>The path of an instance.</summary>
    public static ProjectionResult Project(CompiledWorkflow workflow, InstanceState state, Answers answers, DateTimeOffset now) =>
        throw new NotImplementedException();

    /// <summary>The path that a record would take if this person submitted it.</summary>
    public static ProjectionResult Preview(CompiledWorkflow workflow, Guid initiator, Answers answers, DateTimeOffset now) =>
        throw new NotImplementedException();
}
