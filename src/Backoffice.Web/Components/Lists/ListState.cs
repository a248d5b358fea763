using Forms.Conditions;

namespace Backoffice.Web.Components.Lists;

/// <summary>What a list shows. The address of the page reproduces it (<see cref="ListAddress"/>). Immutable.</summary>
public sealed record ListState
{
    /// <summary>Records on one page of a list.</summary>
    public const int PageSize = 50;

    public static ListState Start { get; } = new();

    /// <summary>Id of a view of the form; null is all records.</summary>
    public string? View { get; init; }

    /// <summary>Words of the quick search; null when there are none.</summary>
    public string? Search { get; init; }

    /// <summary>The filter when it differs from the view's; null keeps the view's.</summary>
    public Condition? Filter { get; init; }

    /// <summary>Name of the field to sort by, with a minus before it for descending; null is the form's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Names of the columns when they differ from the form's; null keeps those.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    public int Skip => (this.Page - 1) * PageSize;
}
