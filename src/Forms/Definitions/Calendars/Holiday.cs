namespace Forms.Definitions.Calendars;

/// <summary>A holiday with its dates of all years, and the days that are worked to make up for it.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Label">English; <c>holidays/{set}/{id}</c> or <c>calendars/{calendar}/holidays/{id}</c> in the labels.</param>
public sealed record Holiday(string Id, string Label)
{
    /// <summary>When nobody works.</summary>
    public IReadOnlyList<HolidayDays> Days { get; init; } = [];

    /// <summary>When people work although it is a weekend.</summary>
    public IReadOnlyList<MakeUpDay> MakeUpDays { get; init; } = [];
}

/// <summary>One date, or all dates from the first to the last.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; the first where absent. At most <see cref="MaxDays"/> dates.</param>
public sealed record HolidayDays(DateOnly From, DateOnly? To = null)
{
    /// <summary>Longer closures are a change of the hours.</summary>
    public const int MaxDays = 366;

    /// <summary>Every date.</summary>
    public IEnumerable<DateOnly> Dates => Enumerable.Range(0, Math.Max(0, this.Last.DayNumber - this.From.DayNumber + 1)).Select(this.From.AddDays);

    private DateOnly Last => this.To ?? this.From;
}

/// <summary>A date that is worked although its day of the week is not.</summary>
/// <param name="Date">Which.</param>
/// <param name="Like">The day of the week whose hours it has; Monday where absent.</param>
public sealed record MakeUpDay(DateOnly Date, DayOfWeek? Like = null)
{
    /// <summary>Hours of its own, in place of <see cref="Like"/>.</summary>
    public IReadOnlyList<string> Hours { get; init; } = [];
}
