using System.Collections.Immutable;
using System.Text.Json;

namespace Workflows.Elsa.Running;

/// <summary>
/// Where a run of an Elsa workflow is: the instance that was started and those that it has started. Immutable; written and
/// read by <see cref="ElsaStateSerializer"/>.
/// </summary>
public sealed record ElsaState
{
    public required JoinBehaviour Joins { get; init; }

    /// <summary>By number from 0; the first is the one that was started.</summary>
    public ImmutableArray<ElsaInstance> Instances { get; init; } = [];

    /// <summary>Numbers of the instances that are in the middle of a burst; the last one goes on first.</summary>
    public ImmutableArray<int> Active { get; init; } = [];

    /// <summary>Numbers of the instances that go on when nothing is active.</summary>
    public ImmutableArray<int> Ready { get; init; } = [];

    public ImmutableArray<ElsaSignal> Signals { get; init; } = [];

    /// <summary>Activities run since the last command, against workflows that never wait.</summary>
    public int Steps { get; init; }

    /// <summary>The script that the run waits for.</summary>
    public ElsaPending? Pending { get; init; }

    public int NextBookmark { get; init; } = 1;
}

/// <summary>One run of one workflow.</summary>
public sealed record ElsaInstance
{
    public required int Number { get; init; }

    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version of the definition that the instance stays on.</summary>
    public required string VersionId { get; init; }

    public ElsaStatus Status { get; init; }

    public ElsaSubStatus SubStatus { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    /// <summary>The id of the activity whose event started the instance.</summary>
    public string? Trigger { get; init; }

    public ElsaCaller? Caller { get; init; }

    public ImmutableDictionary<string, JsonElement> Inputs { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    public ImmutableDictionary<string, JsonElement> Outputs { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>What activities have given, by the activity's id and the result's name.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, JsonElement>> Results { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, JsonElement>>.Empty;

    public JsonElement? LastResult { get; init; }

    /// <summary>Activities that have begun and not ended, and those that have faulted.</summary>
    public ImmutableArray<ElsaExecution> Executions { get; init; } = [];

    public ImmutableArray<ElsaWork> Work { get; init; } = [];

    public ImmutableArray<ElsaBookmark> Bookmarks { get; init; } = [];

    public ImmutableArray<ElsaIncident> Incidents { get; init; } = [];

    public int NextExecution { get; init; } = 1;
}

/// <summary>The activity of another instance that started this one.</summary>
/// <param name="Waits">Whether it wants to know when this one has finished.</param>
/// <param name="Nested">Whether it wants to know when this one has first stopped.</param>
public sealed record ElsaCaller(int Instance, int Execution, bool Waits, bool Nested);

/// <summary>An activity that has begun.</summary>
/// <param name="Node">Its number in the compiled workflow.</param>
public sealed record ElsaExecution(int Number, int Node, int? Parent)
{
    public bool Faulted { get; init; }

    /// <summary>Whether it was reached by a connection that goes back.</summary>
    public bool Backward { get; init; }

    public ImmutableArray<ElsaVariableValue> Variables { get; init; } = [];

    /// <summary>Inputs found so far.</summary>
    public ImmutableDictionary<string, JsonElement> Inputs { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>How far a container or a loop is.</summary>
    public int Position { get; init; }

    public bool Breaking { get; init; }

    /// <summary>Ids of the children that have ended, or those that have not, as the kind counts.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];

    /// <summary>Visits of activities of a flowchart, by node.</summary>
    public ImmutableDictionary<int, int> Visits { get; init; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>Visits of connections of a flowchart, by their place in the list.</summary>
    public ImmutableDictionary<int, ElsaTraffic> Traffic { get; init; } = ImmutableDictionary<int, ElsaTraffic>.Empty;

    public ImmutableArray<ElsaToken> Tokens { get; init; } = [];
}

public sealed record ElsaVariableValue(string Id, string Name, string Type, JsonElement Value);

/// <summary>How often a connection was visited and whether it was taken the last time.</summary>
public sealed record ElsaTraffic(int Count, bool Followed);

/// <summary>A token on its way from an activity to another, by node.</summary>
/// <param name="Blocked">Whether it stands for an arrival that shall not count.</param>
public sealed record ElsaToken(int From, string Port, int To, bool Consumed, bool Blocked);

/// <summary>An activity that is to run, or to go on.</summary>
/// <param name="Owner">The execution that it belongs to; null for the workflow itself.</param>
/// <param name="Execution">The execution that goes on; null for a new one.</param>
/// <param name="Resumes">Whether what it waited for has come, with <paramref name="Input"/>.</param>
public sealed record ElsaWork(int Node, int? Owner, int? Execution, bool Resumes, JsonElement? Input)
{
    public bool Backward { get; init; }

    public ImmutableArray<ElsaVariableValue> Variables { get; init; } = [];
}

/// <summary>Something an instance waits for.</summary>
/// <param name="Number">Names it within the run; never used again.</param>
/// <param name="Stimulus">The name of the event or the cron expression.</param>
/// <param name="DueAt">When it is to be resumed, for waits that end by themselves.</param>
/// <param name="Child">The number of the instance it waits for.</param>
public sealed record ElsaBookmark(int Number, int Execution, string ActivityId, ElsaWait Wait, string? Stimulus, DateTimeOffset? DueAt, int? Child);

/// <summary>What a bookmark waits for.</summary>
public enum ElsaWait
{
    Event,
    Delay,
    Timer,
    Cron,
    StartAt,
    Workflow,
}

/// <summary>An activity that failed.</summary>
public sealed record ElsaIncident(string ActivityId, string ActivityType, string Message, DateTimeOffset At);

/// <summary>An event that was published and not delivered yet.</summary>
/// <param name="Before">Bookmarks from this number on were made after it was published.</param>
public sealed record ElsaSignal(string Name, string? CorrelationId, int? Instance, JsonElement Payload, int Before);

/// <summary>The input of an activity whose script was asked for.</summary>
public sealed record ElsaPending(int Instance, int Execution, string Input);
