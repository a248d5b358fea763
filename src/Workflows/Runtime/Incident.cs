namespace Workflows.Runtime;

/// <summary>A step that could not be done. The instance stays there until the step is tried again or the instance is moved.</summary>
/// <param name="Code">Stable, for programs: <c>approval.no-signer</c>.</param>
/// <param name="Message">What was expected and what was found, in English.</param>
/// <param name="At">When it happened last.</param>
public sealed record Incident(string Code, string Message, DateTimeOffset At)
{
    /// <summary>The command (<see cref="InstanceState.Sequence"/>) during which it happened.</summary>
    public int RaisedBy { get; init; }
}
