using Forms.BusinessTime;
using Forms.Definitions.Calendars;
using NodaTime;

namespace Forms.Tests.BusinessTime;

/// <summary>
/// The plain way to reckon business time: look at every minute of a few weeks. A minute is worked when the furthest time
/// that the clock has shown until then lies inside hours of a working date, and hours of the next date have not begun.
/// Shares nothing with the calendar under test but the definition and what a clock of the zone shows.
/// </summary>
internal sealed class MinuteByMinute
{
    private const int Days = 40;

    private readonly LocalDateTime[] clock = new LocalDateTime[Days * 24 * 60];
    private readonly LocalDateTime[] furthest = new LocalDateTime[Days * 24 * 60];
    private readonly LocalDate?[] dates = new LocalDate?[Days * 24 * 60];
    private readonly List<LocalDate> workingDates;

    internal MinuteByMinute(CalendarDefinition calendar, DateTimeOffset begin)
    {
        this.Begin = begin;
        var zone = DateTimeZoneProviders.Tzdb[calendar.TimeZone!];
        for (var minute = 0; minute < this.clock.Length; minute++)
        {
            var instant = Instant.FromDateTimeOffset(begin) + NodaTime.Duration.FromMinutes(minute);
            this.clock[minute] = instant.InUtc().LocalDateTime.PlusTicks(zone.GetUtcOffset(instant).Ticks);
            this.furthest[minute] = minute > 0 && this.furthest[minute - 1] > this.clock[minute] ? this.furthest[minute - 1] : this.clock[minute];
        }

        for (var date = this.clock[0].Date; date <= this.clock[^1].Date; date = date.PlusDays(1))
        {
            var hours = HoursOf(calendar, date).ToList();
            if (hours.Exists(interval => this.Reached(date, interval.From) != this.Reached(date, interval.To)))
            {
                this.EndNightShift(this.Reached(date, hours[0].From));
            }

            hours.ForEach(interval => this.Mark(date, interval));
        }

        this.workingDates = [.. this.dates.OfType<LocalDate>().Distinct()];
    }

    internal DateTimeOffset Begin { get; }

    internal int Length => this.clock.Length;

    internal DateTimeOffset Moment(int minute) => this.Begin.AddMinutes(minute);

    internal bool IsWorked(int minute) => this.dates[minute] is not null;

    /// <summary>Whether the clock shows this time for the second time.</summary>
    internal bool IsRepeated(int minute) => this.clock[minute] < this.furthest[minute];

    internal int Worked(int from, int to) => Enumerable.Range(from, to - from).Count(this.IsWorked);

    internal int? Next(int minute) => this.Find(minute, 1, this.IsWorked);

    internal int? EndOfDay(int minute) => this.Next(minute - 1) is { } next ? this.Last(this.dates[next]!.Value) + 1 : null;

    /// <summary>Null when it lies beyond the weeks looked at.</summary>
    internal int? AddMinutes(int minute, int amount)
    {
        if (amount == 0)
        {
            return this.IsWorked(minute - 1) ? minute : this.Next(minute);
        }

        var step = Math.Sign(amount);
        for (var left = Math.Abs(amount); left > 0; minute += step)
        {
            var looked = step > 0 ? minute : minute - 1;
            if (looked < 0 || looked >= this.Length)
            {
                return null;
            }

            left -= this.IsWorked(looked) ? 1 : 0;
        }

        return minute;
    }

    /// <summary>Null when it lies beyond the weeks looked at.</summary>
    internal int? AddDays(int minute, int amount)
    {
        var date = this.DateOf(minute);
        var others = amount > 0
            ? this.workingDates.Where(other => other > (date ?? this.clock[minute].Date)).ToList()
            : [.. this.workingDates.Where(other => other < (date ?? this.clock[minute].Date)).Reverse()];
        if (others.Count < Math.Abs(amount) + 1)
        {
            return null;
        }

        var target = others[Math.Abs(amount) - 1];
        var (open, close) = (this.First(target), this.Last(target) + 1);
        if (date is null)
        {
            return amount > 0 ? close : open;
        }

        var sameTime = target.AtMidnight() + (this.clock[minute] - date.Value.AtMidnight());
        var at = Math.Clamp(this.Reached(sameTime), open, close);
        while (at > open && at < close && !this.Touches(at, target))
        {
            at -= Math.Sign(amount);
        }

        return at;
    }

    private bool Touches(int minute, LocalDate date) => this.dates[minute] == date || this.dates[minute - 1] == date;

    private LocalDate? DateOf(int minute)
    {
        var (before, after) = (this.Find(minute - 1, -1, this.IsWorked), this.Next(minute));
        if (before == minute - 1)
        {
            // The end of hours still belongs to them; in the middle of them both are the same, at a change of shift the new one counts.
            return this.dates[minute] ?? this.dates[minute - 1];
        }

        var (last, next) = (before is { } b ? this.dates[b] : null, after is { } a ? this.dates[a] : null);
        var own = this.clock[minute].Date;
        return after == minute || last == next ? next : last == own || next == own ? own : null;
    }

    private void Mark(LocalDate date, (int From, int To) hours)
    {
        var end = date.AtMidnight().PlusMinutes(hours.To);
        for (var minute = this.Reached(date, hours.From); minute >= 0 && minute < this.Length && this.furthest[minute] < end; minute++)
        {
            this.dates[minute] = date;
        }
    }

    private int Reached(LocalDate date, int minutes) => this.Reached(date.AtMidnight().PlusMinutes(minutes));

    /// <summary>The first minute by which the clock has shown a time; -1 when it never does.</summary>
    private int Reached(LocalDateTime time)
    {
        var (low, high) = (0, this.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this.furthest[middle] >= time ? (low, middle) : (middle + 1, high);
        }

        return low < this.Length ? low : -1;
    }

    private void EndNightShift(int minute)
    {
        if (minute >= 0)
        {
            Array.Fill(this.dates, null, minute, this.Length - minute);
        }
    }

    private int First(LocalDate date) => Array.IndexOf(this.dates, date, this.Reached(date, 0));

    /// <summary>The hours of a date end within the next.</summary>
    private int Last(LocalDate date)
    {
        var end = this.Reached(date, 48 * 60);
        return Array.LastIndexOf(this.dates, date, end < 0 ? this.Length - 1 : end);
    }

    private int? Find(int minute, int step, Func<int, bool> wanted)
    {
        for (; minute >= 0 && minute < this.Length; minute += step)
        {
            if (wanted(minute))
            {
                return minute;
            }
        }

        return null;
    }

    private static IEnumerable<(int From, int To)> HoursOf(CalendarDefinition calendar, LocalDate date)
    {
        var day = date.ToDateOnly();
        var isClosed = calendar.Holidays.Any(holiday => holiday.Days.Any(days => days.From <= day && day <= (days.To ?? days.From)));
        var made = calendar.Holidays.SelectMany(holiday => holiday.MakeUpDays).FirstOrDefault(other => other.Date == day);
        var texts = made is { Hours.Count: > 0 } ? made.Hours : made is not null ? calendar.Hours!.Of(made.Like ?? DayOfWeek.Monday) : isClosed ? [] : calendar.Hours!.Of(day.DayOfWeek);
        return texts.Select(text => (Minutes(text[..5]), Minutes(text[6..]))).Select(hours => hours.Item2 > hours.Item1 ? hours : (hours.Item1, hours.Item2 + (24 * 60)));
    }

    private static int Minutes(string text) => (60 * int.Parse(text[..2], System.Globalization.CultureInfo.InvariantCulture)) + int.Parse(text[3..], System.Globalization.CultureInfo.InvariantCulture);
}
