using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>A line of an inbox: what is asked, about what, by whom, since when.</summary>
/// <param name="Id">Of the work item.</param>
/// <param name="Form">Key of the record's form.</param>
/// <param name="Title">Title of the record.</param>
public sealed record WorkItemSummary(Guid Id, Guid Instance, string Form, Guid Record, string Title)
{
    /// <summary>Number of the record; none where the form has none.</summary>
    public string? Number { get; init; }

    /// <summary>The amount that matters; none where the form has none.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO code of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Whom it concerns: title of the linked record.</summary>
    public string? Party { get; init; }

    public Guid? PartyId { get; init; }

    public string? PartyForm { get; init; }

    public Guid Initiator { get; init; }

    public string InitiatorName { get; init; } = string.Empty;

    /// <summary>Key of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Id of the step.</summary>
    public required string Activity { get; init; }

    /// <summary>English label of the step; <c>workflows/{Workflow}/activities/{Activity}</c> in the labels.</summary>
    public required string ActivityLabel { get; init; }

    public WorkItemKind Kind { get; init; }

    public WorkItemState State { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it is due; null without a deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Key of the calendar that <see cref="DueAt"/> is counted by; that of <see cref="PersonUnit"/> when null.</summary>
    public string? Calendar { get; init; }

    /// <summary>Key of the unit of <see cref="Person"/>.</summary>
    public string? PersonUnit { get; init; }

    /// <summary>Whose item it is.</summary>
    public Guid Person { get; init; }

    public string PersonName { get; init; } = string.Empty;

    /// <summary>Icon of the form.</summary>
    public required string Icon { get; init; }
}
