using Forms.Problems;

namespace Workflows.Runtime;

/// <summary>What became of a command: <see cref="Accepted"/>, <see cref="Asked"/> or <see cref="Refused"/>.</summary>
public abstract record StepResult;

/// <summary>The command was done. The shell commits the events and the new state together.</summary>
public sealed record Accepted(IReadOnlyList<WorkflowEvent> Events, InstanceState State) : StepResult;

/// <summary>
/// The engine needs to know something first. Nothing has happened; answer into <see cref="Answers"/> and handle the
/// same command again. Later questions may follow from the answers.
/// </summary>
public sealed record Asked(IReadOnlyList<Question> Questions) : StepResult;

/// <summary>The command is not legal now. Nothing has happened.</summary>
/// <param name="Code">Stable, for programs: <c>work-item.not-open</c>.</param>
/// <param name="Message">What was expected and what was found, in English.</param>
public sealed record Refused(RefusalReason Reason, string Code, string Message) : StepResult
{
    /// <summary>Values for a translated message of the same code, by position.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The refusal as the exception that rolls a unit of work back.</summary>
    public RefusalException ToException() => new(Reason, Code, Message);
}
