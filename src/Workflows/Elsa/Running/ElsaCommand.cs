using System.Text.Json;

namespace Workflows.Elsa.Running;

/// <summary>What can be asked of a run.</summary>
public abstract record ElsaCommand;

/// <summary>Starts the workflow.</summary>
/// <param name="InstanceId">What scripts see as the id of the instance.</param>
public sealed record StartElsa(string InstanceId, JoinBehaviour Joins, IReadOnlyDictionary<string, JsonElement> Inputs) : ElsaCommand
{
    public string? CorrelationId { get; init; }
}

/// <summary>What a bookmark waited for has come.</summary>
public sealed record ResumeElsa(int Bookmark, JsonElement? Input = null) : ElsaCommand;

/// <summary>An event has happened outside; everything in the run that waits for it goes on.</summary>
public sealed record PublishToElsa(string Event, JsonElement? Payload = null) : ElsaCommand
{
    public string? CorrelationId { get; init; }
}

/// <summary>The answer to the <see cref="ScriptQuestion"/> that the run waits for.</summary>
public sealed record AnswerScript(ScriptAnswer Answer) : ElsaCommand;

/// <summary>Ends the run where it is.</summary>
public sealed record CancelElsa : ElsaCommand;
