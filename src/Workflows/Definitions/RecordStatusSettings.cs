using System.Text.Json.Serialization;
using Workflows.Runtime;

namespace Workflows.Definitions;

/// <summary>
/// Which choice field of the record mirrors the instance, and with which values. The shell writes the field in the
/// same transaction as the step. A value that is absent leaves the field as it is.
/// </summary>
public sealed record RecordStatusSettings
{
    /// <summary>Name of the choice field.</summary>
    [JsonPropertyOrder(0)]
    public required string Field { get; init; }

    [JsonPropertyOrder(1)]
    public string? InApproval { get; init; }

    [JsonPropertyOrder(2)]
    public string? Returned { get; init; }

    [JsonPropertyOrder(3)]
    public string? Rejected { get; init; }

    [JsonPropertyOrder(4)]
    public string? Approved { get; init; }

    [JsonPropertyOrder(5)]
    public string? Withdrawn { get; init; }

    /// <summary>The value of <see cref="Field"/> while the instance has this status; null leaves the field alone.</summary>
    public string? ValueFor(InstanceStatus status) => status switch
    {
        InstanceStatus.Running => InApproval,
        InstanceStatus.Returned => Returned,
        InstanceStatus.Rejected => Rejected,
        InstanceStatus.Completed => Approved,
        InstanceStatus.Withdrawn => Withdrawn,
        _ => null,
    };
}
