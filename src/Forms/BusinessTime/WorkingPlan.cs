using System.Collections.Frozen;
using NodaTime;

namespace Forms.BusinessTime;

/// <summary>
/// Which hours are worked on which date, and what the clocks of the zone make of them. Moments are ticks of UTC, as in
/// <see cref="DateTimeOffset.UtcTicks"/>. Immutable, thread-safe.
/// <para>
/// An interval begins and ends at the first moment at which the clock shows that time or a later one. So an hour that the
/// clock skips is not worked, an hour that comes twice inside an interval is worked twice, and two intervals that touch on
/// the clock touch in time.
/// </para>
/// </summary>
/// <param name="zone">Whose clocks are meant.</param>
/// <param name="week">Hours by day of the week, from Sunday as <see cref="DayOfWeek"/> counts.</param>
/// <param name="special">Hours of the dates that differ; none on a holiday.</param>
internal sealed class WorkingPlan(DateTimeZone zone, IReadOnlyList<ClockInterval[]> week, FrozenDictionary<DateOnly, ClockInterval[]> special)
{
    internal string Zone => zone.Id;

    internal WorkingDates Dates { get; } = new(
        Enumerable.Range(0, 7).Where(day => week[day].Length > 0).Select(day => (DayOfWeek)day),
        special.Where(day => day.Value.Length > 0).Select(day => day.Key),
        special.Where(day => day.Value.Length == 0).Select(day => day.Key));

    internal ClockInterval[] On(DateOnly date) => special.TryGetValue(date, out var hours) ? hours : week[(int)date.DayOfWeek];

    /// <summary>The working hours of a date, in order; without what the night shift of the day before already covers.</summary>
    internal List<(long Start, long End)> Spans(DateOnly date)
    {
        var found = new List<(long Start, long End)>();
        var night = this.On(date.AddDays(-1)).Where(hours => hours.CrossesMidnight).Select(hours => hours.To).DefaultIfEmpty(0).Max();
        var covered = night > 0 ? this.At(date.AddDays(-1), night) : long.MinValue;
        foreach (var hours in this.On(date))
        {
            var (start, end) = (Math.Max(this.At(date, hours.From), covered), this.At(date, hours.To));
            if (start < end)
            {
                found.Add((start, end));
                covered = end;
            }
        }

        return found;
    }

    /// <summary>The first moment at which the clock shows so many minutes after the midnight of a date, or a later time.</summary>
    internal long At(DateOnly date, int minutes) => this.At(LocalDateTime(date).PlusMinutes(minutes));

    internal long At(LocalDateTime clock)
    {
        var mapping = zone.MapLocal(clock);
        return Ticks(mapping.Count > 0 ? mapping.First().ToInstant() : mapping.LateInterval.Start);
    }

    /// <summary>What the clock shows.</summary>
    internal LocalDateTime Clock(long ticks) => Instant.FromDateTimeUtc(new DateTime(ticks, DateTimeKind.Utc)).InZone(zone).LocalDateTime;

    internal DateOnly DateOf(long ticks) => this.Clock(ticks).Date.ToDateOnly();

    internal static LocalDateTime LocalDateTime(DateOnly date) => LocalDate.FromDateOnly(date).AtMidnight();

    private static long Ticks(Instant instant) => instant.ToDateTimeUtc().Ticks;
}
