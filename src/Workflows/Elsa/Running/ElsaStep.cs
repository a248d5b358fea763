using System.Text.Json;
using Forms.Problems;

namespace Workflows.Elsa.Running;

/// <summary>What the engine says to a command: done, a script to run first, or a refusal.</summary>
public abstract record ElsaStep;

/// <summary>The run goes no further by itself: it waits or has finished.</summary>
/// <param name="Effects">What has happened since the last step, in order.</param>
public sealed record ElsaAccepted(ElsaState State, IReadOnlyList<ElsaEffect> Effects) : ElsaStep;

/// <summary>
/// The run needs the value of a script; answer with <see cref="AnswerScript"/> on <paramref name="State"/>. The shell keeps
/// <paramref name="Effects"/> and applies them when the command is accepted.
/// </summary>
public sealed record ElsaAsked(ElsaState State, IReadOnlyList<ElsaEffect> Effects, ScriptQuestion Question) : ElsaStep;

/// <summary>The command is not possible; nothing has changed.</summary>
public sealed record ElsaRefused(RefusalReason Reason, string Code, string Message) : ElsaStep;

/// <summary>A script and all that it may see.</summary>
public sealed record ScriptQuestion(string ActivityId, string Script)
{
    /// <summary>Variables in sight, by name; the nearest one where names meet.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Variables { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Inputs { get; init; }

    /// <summary>By the name or id of the activity, then by the name of the result.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> Results { get; init; }

    public JsonElement? LastResult { get; init; }

    public required string InstanceId { get; init; }

    public string? InstanceName { get; init; }

    public string? CorrelationId { get; init; }

    public required string DefinitionId { get; init; }

    public required string VersionId { get; init; }

    public required int Version { get; init; }
}

/// <summary>What a script gave and did, or why it failed.</summary>
public sealed record ScriptAnswer(JsonElement Value)
{
    /// <summary>Variables that were set, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>What <c>setOutcome</c> or <c>setOutcomes</c> was given; null when neither was called.</summary>
    public IReadOnlyList<string>? Outcomes { get; init; }

    /// <summary>Set by <c>setCorrelationId</c>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Set by <c>setWorkflowInstanceName</c>.</summary>
    public string? InstanceName { get; init; }

    /// <summary>Why there is no value; the activity faults with it.</summary>
    public string? Error { get; init; }
}
