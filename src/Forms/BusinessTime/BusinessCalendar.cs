using System.Collections.Frozen;
using NodaTime;

namespace Forms.BusinessTime;

/// <summary>
/// Working hours, holidays and make-up days of one place, made ready to count with (requirement A6). Moments go in with
/// any offset and come out in UTC, exact to the tick; dates and times of day are those of the calendar's zone. It knows the
/// years <see cref="FirstYear"/> to <see cref="LastYear"/>. Pure, immutable and thread-safe; what a year holds is worked
/// out once, when it is first asked for.
/// </summary>
public sealed class BusinessCalendar
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    private readonly WorkingPlan plan;
    private readonly WorkingYears years;
    private readonly FrozenDictionary<DateOnly, SpecialDay> special;

    internal BusinessCalendar(string key, string label, WorkingPlan plan, IEnumerable<SpecialDay> special, int? knownTo)
    {
        this.Key = key;
        this.Label = label;
        this.KnownTo = knownTo;
        this.plan = plan;
        this.years = new WorkingYears(key, plan);
        this.special = special.ToFrozenDictionary(day => day.Date);
    }

    /// <summary>Every moment is working time, every date a working date, in UTC: what counts where a company has no calendar.</summary>
    public static BusinessCalendar AroundTheClock { get; } = new(
        "around-the-clock",
        "Around the clock",
        new WorkingPlan(DateTimeZone.Utc, [.. Enumerable.Repeat<ClockInterval[]>([new ClockInterval(0, ClockInterval.MinutesOfDay)], 7)], FrozenDictionary<DateOnly, ClockInterval[]>.Empty),
        [],
        knownTo: null);

    public string Key { get; }

    /// <summary>English; <c>calendars/{key}</c> in the labels.</summary>
    public string Label { get; }

    /// <summary>IANA name of the zone: <c>Asia/Shanghai</c>.</summary>
    public string TimeZone => this.plan.Zone;

    /// <summary>
    /// The last year whose holidays and make-up days are known; later years follow the plain week. Null when no holiday
    /// set says so.
    /// </summary>
    public int? KnownTo { get; }

    /// <summary>Which dates are worked, for counting without times of day.</summary>
    public WorkingDates Dates => this.plan.Dates;

    /// <summary>The date of a moment in the zone of the calendar.</summary>
    public DateOnly DateOf(DateTimeOffset moment) => this.plan.DateOf(moment.UtcTicks);

    /// <summary>The holiday or make-up day of a date; null on any other.</summary>
    public SpecialDay? SpecialDayOn(DateOnly date) => this.special.GetValueOrDefault(date);

    /// <summary>Whether work goes on. At the end of working hours it does not any more.</summary>
    /// <exception cref="BusinessTimeException">The moment is outside the years of calendars.</exception>
    public bool IsWorkingTime(DateTimeOffset moment)
    {
        var ticks = Known(moment);
        return this.years.FirstEndingAfter(ticks) is { } span && span.Start <= ticks;
    }

    /// <summary>The moment itself when it is working time, otherwise when work begins again.</summary>
    /// <exception cref="BusinessTimeException">The moment is outside the years of calendars, or there is no working time after it.</exception>
    public DateTimeOffset NextWorkingInstant(DateTimeOffset moment)
    {
        var ticks = Known(moment);
        return Moment(Math.Max(ticks, this.years.NeedFirstEndingAfter(ticks).Start));
    }

    /// <summary>
    /// When the working day ends in which the moment lies; the end itself counts as in it. Between working days: the end of
    /// the next.
    /// </summary>
    /// <exception cref="BusinessTimeException">The moment is outside the years of calendars, or there is no working time after it.</exception>
    public DateTimeOffset EndOfWorkingDay(DateTimeOffset moment) =>
        Moment(this.plan.Spans(this.years.NeedFirstEndingAfter(Known(moment) - 1).Date)[^1].End);

    /// <summary>
    /// Working time from one moment to another, as it passes: an hour that the clock shows twice inside working hours
    /// counts twice, one that it skips does not count. Negative when <paramref name="to"/> is earlier.
    /// </summary>
    /// <exception cref="BusinessTimeException">A moment is outside the years of calendars.</exception>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (Known(from), Known(to));
        return new TimeSpan(start <= end ? this.years.Between(start, end) : -this.years.Between(end, start));
    }

    /// <summary>
    /// The moment at which a duration is over that begins at <paramref name="moment"/>; for a negative one, at which a
    /// duration began that ends there.
    /// <list type="bullet">
    /// <item>Working minutes and hours pass in working time only, see <see cref="AddWorkingTime"/>.</item>
    /// <item>Working days keep the time of day: two from Friday 16:00 is Tuesday 16:00. A time before the hours of that day
    /// becomes their beginning, one after them their end; one in a break becomes the end of the hours before the break
    /// (on the way back the beginning of those after it). From a date that is not worked, so many working days are over
    /// at the end of the last of them: two from Saturday is the end of Tuesday. A night shift belongs to the date on
    /// which it begins. Zero is the moment itself, or when work begins again.</item>
    /// <item>Hours pass. Days, weeks and months go by the calendar of the zone and keep the time of day, whether that is
    /// working time or not; a time that the clock skips becomes the end of what is skipped.</item>
    /// </list>
    /// </summary>
    /// <exception cref="BusinessTimeException">
    /// A moment, given or worked out, is outside the years of calendars, or there is no working time in that direction.
    /// </exception>
    public DateTimeOffset Add(DateTimeOffset moment, BusinessDuration duration) => duration.Unit switch
    {
        BusinessUnit.WorkingMinute => this.AddWorkingTime(moment, TimeSpan.FromMinutes(duration.Amount)),
        BusinessUnit.WorkingHour => this.AddWorkingTime(moment, TimeSpan.FromHours(duration.Amount)),
        BusinessUnit.WorkingDay when duration.Amount != 0 => Moment(new WorkingDayShift(this.plan, this.years).Add(Known(moment), duration.Amount)),
        BusinessUnit.WorkingDay => this.AddWorkingTime(moment, TimeSpan.Zero),
        BusinessUnit.Hour => Moment(Known(moment) + (duration.Amount * TimeSpan.TicksPerHour)),
        BusinessUnit.Day => this.OnClock(moment, duration.Amount, (date, days) => date.PlusDays(days)),
        BusinessUnit.Week => this.OnClock(moment, duration.Amount, (date, weeks) => date.PlusWeeks(weeks)),
        BusinessUnit.Month => this.OnClock(moment, duration.Amount, (date, months) => date.PlusMonths(months)),
        _ => throw new ArgumentOutOfRangeException(nameof(duration), duration.Unit, "Not a unit."),
    };

    /// <summary>
    /// The first moment by which so much working time has passed since <paramref name="moment"/>: eight hours may end with
    /// the working day, and do not wait for the next. For zero the moment itself, or when work begins again. For a negative
    /// time the last moment from which so much working time passes until <paramref name="moment"/>. So
    /// <c>Between(moment, AddWorkingTime(moment, time))</c> is <c>time</c>.
    /// </summary>
    /// <exception cref="BusinessTimeException">The moment is outside the years of calendars, or there is not so much working time in that direction.</exception>
    public DateTimeOffset AddWorkingTime(DateTimeOffset moment, TimeSpan time)
    {
        var ticks = Known(moment);
        return Moment(time >= TimeSpan.Zero ? this.years.Forward(ticks, time.Ticks) : this.years.Back(ticks, -time.Ticks));
    }

    private DateTimeOffset OnClock(DateTimeOffset moment, int amount, Func<LocalDate, int, LocalDate> shift)
    {
        var ticks = Known(moment);
        if (amount == 0)
        {
            return Moment(ticks);
        }

        var clock = this.plan.Clock(ticks);
        LocalDate date;
        try
        {
            date = shift(clock.Date, amount);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw BeyondYears();
        }

        return date.Year is >= FirstYear and <= LastYear ? Moment(this.plan.At(date.At(clock.TimeOfDay))) : throw BeyondYears();
    }

    private static long Known(DateTimeOffset moment) => moment.UtcDateTime.Year is >= FirstYear and <= LastYear ? moment.UtcTicks : throw BeyondYears();

    private static DateTimeOffset Moment(long ticks) =>
        ticks >= WorkingYears.FirstTick && ticks <= WorkingYears.LastTick ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw BeyondYears();

    private static BusinessTimeException BeyondYears() =>
        new(BusinessTimeException.OutOfRange, $"Business calendars know the years {FirstYear} to {LastYear}.");
}
