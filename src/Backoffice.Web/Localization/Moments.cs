using System.Globalization;

namespace Backoffice.Web.Localization;

/// <summary>Moments and spans of time as people say them: "Mon 16:55", "24 Nov", "1 d 4 h". In the time zone of the server.</summary>
public sealed class Moments(TimeProvider clock, Words words)
{
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone);

    public DateOnly Today => DateOnly.FromDateTime(this.Now.DateTime);

    /// <summary>"14:05" today, "Mon 16:55" within six days, "24 Nov" in the same year, else "24 Nov 2025".</summary>
    public string Short(DateTimeOffset moment)
    {
        var local = this.Local(moment);
        var days = this.Today.DayNumber - DateOnly.FromDateTime(local.DateTime).DayNumber;
        return days switch
        {
            0 => local.ToString("HH:mm", CultureInfo.CurrentCulture),
            > -7 and < 7 => this.Format(local, "moment.weekday"),
            _ when local.Year == this.Now.Year => this.Format(local, "moment.day"),
            _ => this.Format(local, "moment.dayOfYear"),
        };
    }

    /// <summary>To the minute: "Tue 1 Dec 16:00".</summary>
    public string Minute(DateTimeOffset moment) => this.Format(this.Local(moment), "moment.minute");

    /// <summary>"14:05", whatever the day.</summary>
    public string Clock(DateTimeOffset moment) => this.Local(moment).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>"Mon 14 Dec, 08:30": for a moment to come.</summary>
    public string DayAndClock(DateTimeOffset moment) => this.Format(this.Local(moment), "moment.dayAndClock");

    /// <summary>"24 Nov", with the year where it is another one.</summary>
    public string Day(DateTimeOffset moment) => this.Format(this.Local(moment), this.Local(moment).Year == this.Now.Year ? "moment.day" : "moment.dayOfYear");

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(this.Local(moment).DateTime);

    /// <summary>The moment that a person means by a date and a time of day.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly clockTime)
    {
        var local = day.ToDateTime(clockTime);
        return new DateTimeOffset(local, clock.LocalTimeZone.GetUtcOffset(local));
    }

    /// <summary>For tooltips: date, time and offset.</summary>
    public string Exact(DateTimeOffset moment) => this.Local(moment).ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 24 November".</summary>
    public string LongDay(DateOnly day) => day.ToString(words["moment.longDay"], CultureInfo.CurrentCulture);

    /// <summary>The two greatest units: "1 d 4 h", "2 h 40 m", "12 min"; "under 1 min".</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => words["span.instant"],
        { TotalHours: < 1 } => words["span.minutes", span.Minutes],
        { TotalDays: < 1, Minutes: 0 } => words["span.hours", span.Hours],
        { TotalDays: < 1 } => words["span.hoursMinutes", span.Hours, span.Minutes],
        { Hours: 0 } => words["span.days", span.Days],
        _ => words["span.daysHours", span.Days, span.Hours],
    };

    /// <summary>The greatest unit only: "3 d", "5 h", "12 min".</summary>
    public string Rough(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => words["span.instant"],
        { TotalHours: < 1 } => words["span.minutes", span.Minutes],
        { TotalDays: < 1 } => words["span.hours", span.Hours],
        _ => words["span.days", span.Days],
    };

    public TimeSpan Since(DateTimeOffset moment)
    {
        var span = clock.GetUtcNow() - moment;
        return span < TimeSpan.Zero ? TimeSpan.Zero : span;
    }

    /// <summary>Whole days of the calendar since a moment: 0 today, 1 yesterday.</summary>
    public int DaysSince(DateTimeOffset moment) =>
        this.Today.DayNumber - DateOnly.FromDateTime(this.Local(moment).DateTime).DayNumber;

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone);

    private string Format(DateTimeOffset local, string key) => local.ToString(words[key], CultureInfo.CurrentCulture);
}
