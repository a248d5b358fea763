namespace Forms.BusinessTime;

/// <summary>
/// Which dates are worked: the days of the week, and the dates that differ from it. Counting is by arithmetic over whole
/// weeks and a search in the differing dates, so that it takes no longer for far dates. Immutable, thread-safe.
/// </summary>
public sealed class WorkingDates
{
    private static long made;

    private readonly bool[] week;
    private readonly int[] differing;

    /// <summary>By how many days the differing dates up to and with each change the count.</summary>
    private readonly int[] changes;

    /// <summary>Working days of whole weeks from Monday: of none, of Monday, of Monday and Tuesday …</summary>
    private readonly int[] upTo = new int[8];

    /// <param name="week">The days of the week that are worked.</param>
    /// <param name="worked">Dates that are worked although their day of the week is not.</param>
    /// <param name="free">Dates that are not worked although their day of the week is.</param>
    public WorkingDates(IEnumerable<DayOfWeek> week, IEnumerable<DateOnly> worked, IEnumerable<DateOnly> free)
    {
        this.week = new bool[7];
        foreach (var day in week)
        {
            this.week[Index(day)] = true;
        }

        for (var day = 0; day < 7; day++)
        {
            this.upTo[day + 1] = this.upTo[day] + (this.week[day] ? 1 : 0);
        }

        var differences = worked.Where(date => !this.IsInWeek(date)).Select(date => (date.DayNumber, Change: 1))
            .Concat(free.Where(this.IsInWeek).Select(date => (date.DayNumber, Change: -1)))
            .Distinct()
            .OrderBy(difference => difference.DayNumber)
            .ToList();
        this.differing = [.. differences.Select(difference => difference.DayNumber)];
        this.changes = new int[differences.Count];
        var sum = 0;
        for (var index = 0; index < differences.Count; index++)
        {
            this.changes[index] = sum += differences[index].Change;
        }
    }

    /// <summary>Tells it from every other of this process; from 1. Formula workers are told a calendar once, then its number.</summary>
    internal long Number { get; } = Interlocked.Increment(ref made);

    /// <summary>The days of the week that are worked.</summary>
    internal IEnumerable<DayOfWeek> Week => Enum.GetValues<DayOfWeek>().Where(day => this.week[Index(day)]);

    /// <summary>The dates that differ from their day of the week, in order.</summary>
    internal IEnumerable<DateOnly> Differing => this.differing.Select(DateOnly.FromDayNumber);

    public bool IsWorkingDate(DateOnly date) => this.IsInWeek(date) != (Array.BinarySearch(this.differing, date.DayNumber) >= 0);

    /// <summary>
    /// The n-th working date after a date; before it when n is negative. For zero the date itself, or the next working date
    /// when it is none.
    /// </summary>
    /// <exception cref="BusinessTimeException">
    /// There is none: the calendar has no more working days (<see cref="BusinessTimeException.NoWorkingTime"/>), or it lies
    /// beyond the years 1 to 9999 (<see cref="BusinessTimeException.OutOfRange"/>).
    /// </exception>
    public DateOnly Add(DateOnly date, int days)
    {
        if (days == 0 && this.IsWorkingDate(date))
        {
            return date;
        }

        // The first date at which so many days have been worked; on the way back, counted from the day before.
        var before = this.Count(days < 0 ? date.DayNumber - 1 : date.DayNumber);
        var wanted = days < 0 ? before + days + 1L : before + Math.Max(days, 1);
        return wanted > 0 && this.Count(DateOnly.MaxValue.DayNumber) >= wanted
            ? DateOnly.FromDayNumber(this.FirstWith(wanted))
            : throw this.NoSuchDate(date, days);
    }

    /// <summary>
    /// Working dates after the first date up to and with the second: from a Friday to the next Monday 1. Negative when the
    /// second is earlier: <c>Between(a, b)</c> is <c>-Between(b, a)</c>.
    /// </summary>
    public int Between(DateOnly from, DateOnly to) => this.Count(to.DayNumber) - this.Count(from.DayNumber);

    private bool IsInWeek(DateOnly date) => this.week[Index(date.DayOfWeek)];

    /// <summary>Working dates from 1 January 1, a Monday, up to and with a day.</summary>
    private int Count(int dayNumber)
    {
        if (dayNumber < 0)
        {
            return 0;
        }

        var (weeks, days) = Math.DivRem(dayNumber + 1, 7);
        var index = Array.BinarySearch(this.differing, dayNumber);
        index = index >= 0 ? index : ~index - 1;
        return (weeks * this.upTo[7]) + this.upTo[days] + (index >= 0 ? this.changes[index] : 0);
    }

    private int FirstWith(long wanted)
    {
        var (low, high) = (0, DateOnly.MaxValue.DayNumber);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this.Count(middle) >= wanted ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private BusinessTimeException NoSuchDate(DateOnly date, int days) => this.upTo[7] == 0
        ? new(BusinessTimeException.NoWorkingTime, $"The calendar has no {Math.Abs((long)days)} working days {(days < 0 ? "before" : "after")} {date:yyyy-MM-dd}.")
        : new(BusinessTimeException.OutOfRange, "The date goes beyond the years 1 to 9999.");

    /// <summary>Monday is 0.</summary>
    private static int Index(DayOfWeek day) => ((int)day + 6) % 7;
}
