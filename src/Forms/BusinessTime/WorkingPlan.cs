using System.Collections.Frozen;
using NodaTime;

namespace Forms.BusinessTime;

/// <summary>
/// Which hours are worked on which date, and what the clocks of the zone make of them. Moments are ticks of UTC, as in
/// <see cref="DateTimeOffset.UtcTicks"/>. Immutable, thread-safe.
/// <para>
/// Hours begin and end at the first moment at which the clock shows that time or a later one. So an hour that the clock
/// skips is not worked, an hour that comes twice inside working hours is worked twice, and two intervals that touch on the
/// clock touch in time. A night shift ends at the latest when the hours of the next date begin.
/// </para>
/// </summary>
internal sealed class WorkingPlan
{
    private readonly DateTimeZone zone;
    private readonly IReadOnlyList<ClockInterval[]> week;
    private readonly FrozenDictionary<DateOnly, ClockInterval[]> special;

    /// <param name="zone">Whose clocks are meant.</param>
    /// <param name="week">Hours by day of the week, from Sunday as <see cref="DayOfWeek"/> counts.</param>
    /// <param name="special">Hours of the dates that differ; none on a holiday.</param>
    internal WorkingPlan(DateTimeZone zone, IReadOnlyList<ClockInterval[]> week, IReadOnlyDictionary<DateOnly, ClockInterval[]> special)
    {
        this.zone = zone;
        this.week = week;
        this.special = special.ToFrozenDictionary();
        var skipped = this.SkippedDates().ToHashSet();
        if (skipped.Count > 0)
        {
            this.special = special.Where(day => !skipped.Contains(day.Key)).Concat(skipped.Select(date => KeyValuePair.Create<DateOnly, ClockInterval[]>(date, []))).ToFrozenDictionary();
        }

        this.Dates = new WorkingDates(
            Enumerable.Range(0, 7).Where(day => week[day].Length > 0).Select(day => (DayOfWeek)day),
            this.special.Where(day => day.Value.Length > 0).Select(day => day.Key),
            this.special.Where(day => day.Value.Length == 0).Select(day => day.Key));
    }

    internal string Zone => this.zone.Id;

    /// <summary>The dates with hours. One of which the clock skips every working hour is none.</summary>
    internal WorkingDates Dates { get; }

    /// <summary>The working hours of a date, in order.</summary>
    internal List<(long Start, long End)> Spans(DateOnly date)
    {
        var found = new List<(long Start, long End)>();
        var (hours, next) = (this.On(date), this.On(date.AddDays(1)));
        var limit = next.Length > 0 && hours.Any(interval => interval.CrossesMidnight) ? this.At(date.AddDays(1), next[0].From) : long.MaxValue;
        foreach (var interval in hours)
        {
            var (start, end) = (this.At(date, interval.From), Math.Min(this.At(date, interval.To), limit));
            if (start < end)
            {
                found.Add((start, end));
            }
        }

        return found;
    }

    internal long At(LocalDateTime clock)
    {
        var mapping = this.zone.MapLocal(clock);
        return Ticks(mapping.Count > 0 ? mapping.First().ToInstant() : mapping.LateInterval.Start);
    }

    /// <summary>What the clock shows.</summary>
    internal LocalDateTime Clock(long ticks) => Instant.FromDateTimeUtc(new DateTime(ticks, DateTimeKind.Utc)).InZone(this.zone).LocalDateTime;

    internal DateOnly DateOf(long ticks) => this.Clock(ticks).Date.ToDateOnly();

    internal static LocalDateTime LocalDateTime(DateOnly date) => LocalDate.FromDateOnly(date).AtMidnight();

    private ClockInterval[] On(DateOnly date) => this.special.TryGetValue(date, out var hours) ? hours : this.week[(int)date.DayOfWeek];

    /// <summary>The first moment at which the clock shows so many minutes after the midnight of a date, or a later time.</summary>
    private long At(DateOnly date, int minutes) => this.At(LocalDateTime(date).PlusMinutes(minutes));

    /// <summary>Dates of which the clock skips every working hour.</summary>
    private IEnumerable<DateOnly> SkippedDates()
    {
        var (first, last) = (Instant.FromUtc(BusinessCalendar.FirstYear, 1, 1, 0, 0), Instant.FromUtc(BusinessCalendar.LastYear + 1, 1, 1, 0, 0));
        var before = this.zone.GetZoneInterval(first);
        while (before.HasEnd && before.End < last)
        {
            var after = this.zone.GetZoneInterval(before.End);
            var minutes = (after.WallOffset.Seconds - before.WallOffset.Seconds) / 60;
            for (var date = before.IsoLocalEnd.Date; minutes > 0 && date <= after.IsoLocalStart.Date; date = date.PlusDays(1))
            {
                if (this.MayLie(date.ToDateOnly(), minutes) && this.Spans(date.ToDateOnly()).Count == 0)
                {
                    yield return date.ToDateOnly();
                }
            }

            before = after;
        }
    }

    /// <summary>Whether the hours of a date are short enough to lie in what the clock skips; those of most dates are not.</summary>
    private bool MayLie(DateOnly date, int minutes) =>
        this.On(date) is [var first, ..] && Math.Min(first.To, ClockInterval.MinutesOfDay) - first.From <= minutes;

    private static long Ticks(Instant instant) => instant.ToDateTimeUtc().Ticks;
}
