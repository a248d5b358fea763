using System.Text.Json.Serialization;

namespace Workflows.Runtime;

/// <summary>
/// A bookmark: something that an instance waits for besides people. Each can be resumed once.
/// </summary>
/// <param name="Number">1, 2, 3 … within the instance, never used twice.</param>
/// <param name="Visit">The visit that waits.</param>
public sealed record PendingWait(int Number, WaitFor Kind, int Visit)
{
    /// <summary>The work item whose deadline it is; null for other kinds.</summary>
    public int? WorkItem { get; init; }

    /// <summary>When it resumes by itself; null when only somebody else resumes it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Name of the event, or the record that a sub-workflow runs on.</summary>
    public string? Name { get; init; }

    /// <summary>For a deadline: the tier (index in the definition) that comes next; -1 for becoming due.</summary>
    public int? Tier { get; init; }

    /// <summary>The outcome with which it was resumed while the instance stood still; null until then.</summary>
    public string? Fired { get; init; }

    /// <summary>The command that opened it.</summary>
    public int OpenedBy { get; init; }
}

/// <summary>What a <see cref="PendingWait"/> is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitFor>))]
public enum WaitFor
{
    /// <summary>The next tier of a deadline.</summary>
    [JsonStringEnumMemberName("deadline")] Deadline,

    /// <summary>A moment.</summary>
    [JsonStringEnumMemberName("moment")] Moment,

    /// <summary>An event, raised by name for the record.</summary>
    [JsonStringEnumMemberName("event")] Event,

    /// <summary>The answer of an HTTP call.</summary>
    [JsonStringEnumMemberName("call")] Call,

    /// <summary>The end of a sub-workflow.</summary>
    [JsonStringEnumMemberName("child")] Child,
}
