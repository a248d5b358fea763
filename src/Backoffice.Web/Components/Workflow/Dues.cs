using System.Globalization;
using Backoffice.Data.Definitions;
using Backoffice.Data.Workflows;
using Backoffice.Web.Localization;
using Forms.BusinessTime;
using Workflows.WorkItems;

namespace Backoffice.Web.Components.Workflow;

/// <summary>
/// Says when something is due, and how much working time is left or has passed since, by the calendar that its deadline is
/// counted by. Thread-safe.
/// </summary>
public sealed class Dues(PublishedDefinitions published, Moments moments, Words words)
{
    /// <summary>Nobody counts more days than this; then the date is enough.</summary>
    private const int MostDays = 60;

    /// <summary>Of an open work item; one that is held or closed is not due.</summary>
    public Due Of(WorkItemSummary item) => item is { State: WorkItemState.Open, DueAt: { } at } ? this.Of(at, this.Calendar(item.Calendar, item.PersonUnit)) : Due.None;

    public Due Of(DateTimeOffset at, string? calendar, string? unit = null) => this.Of(at, this.Calendar(calendar, unit));

    /// <summary>The group of lists that an item belongs to.</summary>
    public DueState StateOf(WorkItemSummary item) => item is { State: WorkItemState.Open, DueAt: { } at } ? this.StateOf(at) : DueState.None;

    private Due Of(DateTimeOffset at, BusinessCalendar calendar)
    {
        var exact = moments.Exact(at);
        var clock = moments.Clock(at);
        switch (this.StateOf(at))
        {
            case DueState.Late:
                var late = this.Span(calendar, at, moments.Now);
                return new Due(
                    DueState.Late,
                    late is null ? words["due.lateSince", moments.Short(at)] : words["due.late", late],
                    late is null ? words["due.lateSince.sentence", moments.Short(at)] : words["due.late.sentence", late],
                    exact);
            case DueState.Today:
                var today = this.Span(calendar, moments.Now, at) ?? words["span.instant"];
                return new Due(DueState.Today, words["due.today", clock, today], words["due.today.sentence", clock, today], exact);
            default:
                var left = this.Span(calendar, moments.Now, at);
                return left is null
                    ? new Due(DueState.Later, moments.Short(at), words["due.at.sentence", moments.Short(at)], exact)
                    : new Due(DueState.Later, words["due.later", left], words["due.later.sentence", left], exact);
        }
    }

    private DueState StateOf(DateTimeOffset at) =>
        at < moments.Now ? DueState.Late : moments.DayOf(at) == moments.Today ? DueState.Today : DueState.Later;

    private BusinessCalendar Calendar(string? key, string? unit) =>
        (key is null ? null : published.Calendars.Find(key)) ?? (unit is null ? published.Calendars.Default : published.Calendars.ForUnit(unit));

    /// <summary>Working days and what is left of the last: "1 d 4 h". Null when no working time passes, or so much that a date says more.</summary>
    private string? Span(BusinessCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        try
        {
            var (days, at) = (0, from);
            while (days <= MostDays && calendar.Add(from, BusinessDuration.WorkingDays(days + 1)) is var next && next <= to)
            {
                (days, at) = (days + 1, next);
            }

            var rest = calendar.Between(at, to);
            return days > MostDays || (days == 0 && rest < TimeSpan.FromMinutes(1)) ? null : this.Write(days, rest);
        }
        catch (BusinessTimeException)
        {
            // The calendar does not reach so far: the moment alone is said.
            return null;
        }
    }

    private string Write(int days, TimeSpan rest)
    {
        var hours = (int)Math.Floor(rest.TotalHours);
        return (days, hours) switch
        {
            (0, 0) => words["span.minutes", rest.Minutes],
            (0, _) when rest.Minutes > 0 && hours < 3 => words["span.hoursMinutes", hours, rest.Minutes],
            (0, _) => words["span.hours", hours],
            (_, 0) => words["span.days", days],
            _ => words["span.daysHours", days.ToString(CultureInfo.CurrentCulture), hours],
        };
    }
}
