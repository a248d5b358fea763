using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.Definitions.Demo;

/// <summary>Something a person did with a record.</summary>
public sealed record DemoAct
{
    [JsonPropertyOrder(0)]
    public required DemoActKind Act { get; init; }

    /// <summary>
    /// Key of the person. For approve, reject and return: somebody who holds an open work item of the record then
    /// (otherwise the demo is wrong and playing it fails, naming record and act).
    /// </summary>
    [JsonPropertyOrder(1)]
    public required string By { get; init; }

    /// <summary>When, in hours before the moment the demo is played; less than (or equal to) what stands before it.</summary>
    [JsonPropertyOrder(2)]
    public required decimal HoursAgo { get; init; }

    /// <summary>Words of the person; none when absent. Reject and return need it.</summary>
    [JsonPropertyOrder(3)]
    public string? Comment { get; init; }

    /// <summary>For return: whether the resubmitted record comes straight back to this signer, or (when absent) takes all steps again.</summary>
    [JsonPropertyOrder(4)]
    public bool StraightBack { get; init; }

    /// <summary>For edit, and needed there: the values changed, as in <see cref="DemoRecord.Values"/>; a sub-table replaces all its rows.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyDictionary<string, JsonElement>? Values { get; init; }
}

/// <summary>What a person can do in a demo.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DemoActKind>))]
public enum DemoActKind
{
    /// <summary>Changes values of the record: <see cref="DemoAct.Values"/>.</summary>
    [JsonStringEnumMemberName("edit")] Edit,

    [JsonStringEnumMemberName("submit")] Submit,
    [JsonStringEnumMemberName("approve")] Approve,
    [JsonStringEnumMemberName("reject")] Reject,
    [JsonStringEnumMemberName("return")] Return,
    [JsonStringEnumMemberName("resubmit")] Resubmit,
    [JsonStringEnumMemberName("withdraw")] Withdraw,

    /// <summary>Does the task that waits for the person.</summary>
    [JsonStringEnumMemberName("complete")] Complete,
}
