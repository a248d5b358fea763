using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>A line of "mine under way": what the person submitted and where it stands.</summary>
/// <param name="Title">Title of the record.</param>
public sealed record InstanceSummary(Guid Id, string Form, Guid Record, string Title)
{
    public string? Number { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>ISO code of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    public string? Party { get; init; }

    public InstanceStatus Status { get; init; }

    /// <summary>Names of the people whose decision is awaited; null when nobody's is.</summary>
    public string? WaitsFor { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Icon of the form.</summary>
    public required string Icon { get; init; }
}
