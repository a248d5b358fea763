using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>A page of instances, and how many there are of each kind.</summary>
/// <param name="Total">Of all pages.</param>
public sealed record InstancePage(IReadOnlyList<InstanceOverview> Instances, int Total, IReadOnlyDictionary<InstanceView, int> Counts);

/// <summary>An instance in the list of administrators.</summary>
public sealed record InstanceOverview(InstanceSummary Summary)
{
    public required string Workflow { get; init; }

    public required string WorkflowLabel { get; init; }

    public required int Version { get; init; }

    public required string InitiatorName { get; init; }

    /// <summary>The steps at which it waits.</summary>
    public IReadOnlyList<StepName> Steps { get; init; } = [];

    /// <summary>When the first of its open items is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public int Incidents { get; init; }

    public InstanceStatus Status => this.Summary.Status;
}

/// <summary>A step with its English label.</summary>
public sealed record StepName(string Id, string Label);
