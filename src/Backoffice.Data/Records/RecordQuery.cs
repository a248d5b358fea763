using Forms.Conditions;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>What to list. Only records that the actor may read are found.</summary>
/// <param name="Form">Key of the form.</param>
public sealed record RecordQuery(string Form)
{
    /// <summary>The most records of one page.</summary>
    public const int MostRecords = 500;

    /// <summary>Comparisons and groups; a formula cannot filter and is refused.</summary>
    public Condition? Filter { get; init; }

    /// <summary>Text that any text column of the list, or the title of a link in it, contains. Case does not matter.</summary>
    public string? Search { get; init; }

    /// <summary>The form's own order when empty. Ties are broken by id, so that pages never overlap.</summary>
    public IReadOnlyList<RecordSort> Sort { get; init; } = [];

    public int Skip { get; init; }

    /// <summary>1 to <see cref="MostRecords"/>.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A column to sort by.</summary>
/// <param name="Field">Name of a field (a link sorts by the title of its record), or <c>createdAt</c>, <c>modifiedAt</c>.</param>
public sealed record RecordSort(string Field, bool Descending = false);

/// <summary>A page of a list.</summary>
/// <param name="Records">Without sub-tables and files.</param>
/// <param name="Total">Of all pages.</param>
public sealed record RecordPage(IReadOnlyList<Record> Records, long Total);
