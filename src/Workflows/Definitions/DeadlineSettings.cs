using System.Text.Json.Serialization;

namespace Workflows.Definitions;

/// <summary>
/// By when a work item is due, and the ladder of what happens before and after. The clock of each item starts when it
/// is opened. Lengths are business durations in the calendar of the step: <c>2bd</c>, <c>4bh</c>.
/// </summary>
public sealed record DeadlineSettings
{
    /// <summary>Length from opening to due.</summary>
    [JsonPropertyOrder(0)]
    public required string After { get; init; }

    /// <summary>Key of the calendar; the workflow's when absent.</summary>
    [JsonPropertyOrder(1)]
    public string? Calendar { get; init; }

    /// <summary>What happens when; in any order.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyList<DeadlineTier> Tiers { get; init; } = [];

    /// <summary>The clock goes on while the item waits for an added signer or a delegate.</summary>
    [JsonPropertyOrder(3)]
    public bool RunsWhileHeld { get; init; }
}

/// <summary>One rung of the ladder.</summary>
public sealed record DeadlineTier
{
    [JsonPropertyOrder(0)]
    public TierMoment When { get; init; }

    /// <summary>Length before or after the moment; none when absent.</summary>
    [JsonPropertyOrder(1)]
    public string? By { get; init; }

    [JsonPropertyOrder(2)]
    public required TierAct Act { get; init; }

    /// <summary>Whom <see cref="TierAct.Tell"/> tells and <see cref="TierAct.Reassign"/> gives the item; the manager of its holder when absent.</summary>
    [JsonPropertyOrder(3)]
    public IReadOnlyList<SignerRule>? To { get; init; }
}

/// <summary>From which moment a tier is counted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TierMoment>))]
public enum TierMoment
{
    /// <summary>After the item is due: late.</summary>
    [JsonStringEnumMemberName("late")] Late,

    /// <summary>Before the item is due.</summary>
    [JsonStringEnumMemberName("before")] Before,

    /// <summary>After the item was opened.</summary>
    [JsonStringEnumMemberName("opened")] Opened,
}

/// <summary>What a tier does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TierAct>))]
public enum TierAct
{
    /// <summary>Reminds the holder of the item.</summary>
    [JsonStringEnumMemberName("remind")] Remind,

    /// <summary>Tells somebody else; the item stays.</summary>
    [JsonStringEnumMemberName("tell")] Tell,

    /// <summary>Gives the item to somebody else.</summary>
    [JsonStringEnumMemberName("reassign")] Reassign,

    /// <summary>Approves (or completes a task) by itself.</summary>
    [JsonStringEnumMemberName("approve")] Approve,

    /// <summary>Rejects by itself. Not for tasks.</summary>
    [JsonStringEnumMemberName("reject")] Reject,
}
