using System.Globalization;

namespace Forms.BusinessTime;

/// <summary>
/// The working time of all years of a calendar, each made when it is first needed. Moments and lengths are ticks. Thread-safe:
/// two threads may make the same year, and the first counts.
/// </summary>
/// <param name="key">Of the calendar, for messages.</param>
/// <param name="plan">Says what is worked.</param>
internal sealed class WorkingYears(string key, WorkingPlan plan)
{
    internal static readonly long FirstTick = new DateTime(BusinessCalendar.FirstYear, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
    internal static readonly long LastTick = new DateTime(BusinessCalendar.LastYear + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks - 1;

    // A year begins earlier or later in other zones, and the night shift of its last day lasts into the next.
    private const long Slack = 3 * TimeSpan.TicksPerDay;
    private const int First = BusinessCalendar.FirstYear - 1;
    private const int Last = BusinessCalendar.LastYear + 1;

    private readonly WorkingYear?[] years = new WorkingYear?[Last - First + 1];

    internal WorkingSpan? FirstEndingAfter(long moment)
    {
        for (var number = Before(moment); number <= Last; number++)
        {
            var year = this.Year(number);
            var index = year.FirstEndingAfter(moment);
            if (index < year.Count)
            {
                return year[index];
            }
        }

        return null;
    }

    internal WorkingSpan NeedFirstEndingAfter(long moment) => this.FirstEndingAfter(moment) ?? throw this.NoWorkingTime("after", moment);

    /// <summary>The last span that begins before or at a moment.</summary>
    internal WorkingSpan? LastBeginningUntil(long moment)
    {
        for (var number = After(moment); number >= First; number--)
        {
            var year = this.Year(number);
            var index = year.FirstEndingAfter(moment);
            index = index < year.Count && year[index].Start <= moment ? index : index - 1;
            if (index >= 0)
            {
                return year[index];
            }
        }

        return null;
    }

    internal long Between(long from, long to)
    {
        var sum = 0L;
        for (var number = Before(from); number <= After(to); number++)
        {
            var year = this.Year(number);
            sum += year.WorkedUntil(to) - year.WorkedUntil(from);
        }

        return sum;
    }

    /// <summary>The first moment by which so much has been worked.</summary>
    internal long Forward(long moment, long left)
    {
        if (left == 0)
        {
            // The end of a span is a moment at which work has just been done: nothing more is needed to be there.
            return Math.Max(moment, this.NeedFirstEndingAfter(moment - 1).Start);
        }

        for (var number = Before(moment); number <= Last; number++)
        {
            var year = this.Year(number);
            var worked = year.WorkedUntil(moment);
            if (left <= year.Total - worked)
            {
                return year.FirstMomentWith(worked + left);
            }

            left -= year.Total - worked;
        }

        throw this.NoWorkingTime("after", moment);
    }

    /// <summary>The last moment from which so much is worked until the given one; more than nothing.</summary>
    internal long Back(long moment, long left)
    {
        for (var number = After(moment); number >= First; number--)
        {
            var year = this.Year(number);
            var worked = year.WorkedUntil(moment);
            if (left <= worked)
            {
                return year.LastMomentWith(worked - left);
            }

            left -= worked;
        }

        throw this.NoWorkingTime("before", moment);
    }

    private WorkingYear Year(int number)
    {
        ref var year = ref this.years[number - First];
        if (Volatile.Read(ref year) is { } known)
        {
            return known;
        }

        var made = new WorkingYear(plan, number);
        return Interlocked.CompareExchange(ref year, made, null) ?? made;
    }

    private static int Before(long moment) => Math.Max(First, new DateTime(Math.Max(0, moment - Slack), DateTimeKind.Utc).Year);

    private static int After(long moment) => Math.Min(Last, new DateTime(moment + Slack, DateTimeKind.Utc).Year);

    private BusinessTimeException NoWorkingTime(string direction, long moment) => new(
        plan.Dates.Week.Any() ? BusinessTimeException.OutOfRange : BusinessTimeException.NoWorkingTime,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The calendar \"{key}\" has not so much working time {direction} {new DateTime(moment, DateTimeKind.Utc):yyyy-MM-dd HH:mm} UTC, in the years {BusinessCalendar.FirstYear} to {BusinessCalendar.LastYear}."));
}
