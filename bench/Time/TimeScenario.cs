using System.Diagnostics;
using Forms.BusinessTime;
using Forms.Definitions;
using Forms.Definitions.Calendars;

namespace Bench.Time;

/// <summary>
/// Deadlines in business time, beside the plain way: a step of a minute at a time, with a look at the clock and the list of
/// holidays. Both must agree.
/// </summary>
internal static class TimeScenario
{
    private const int Deadlines = 500_000;
    private const int PlainDeadlines = 50;
    private static readonly string[] Hours = ["08:30-12:00", "13:30-17:30"];
    private static readonly DateTimeOffset Begin = new(2025, 9, 1, 0, 0, 0, TimeSpan.Zero);

    internal static Task RunAsync()
    {
        var set = Definitions();
        var start = Stopwatch.GetTimestamp();
        var calendar = new BusinessCalendars(set).Default;
        Measure.Print("time.compile", Stopwatch.GetElapsedTime(start).TotalMilliseconds, "ms");
        start = Stopwatch.GetTimestamp();
        for (var year = 1990; year < 2090; year++)
        {
            calendar.NextWorkingInstant(new DateTimeOffset(year, 6, 15, 0, 0, 0, TimeSpan.Zero));
        }

        Measure.Print("time.year", Stopwatch.GetElapsedTime(start).TotalMilliseconds / 100, "ms");
        Rate("time.add", Deadlines, index => calendar.Add(At(index), BusinessDuration.WorkingHours(1 + (index % 80))));
        Rate("time.add-days", Deadlines, index => calendar.Add(At(index), BusinessDuration.WorkingDays(1 + (index % 20))));
        Rate("time.add-five-years", Deadlines, index => calendar.Add(At(index), BusinessDuration.WorkingHours(9_000)));
        Rate("time.between", Deadlines, index => At(index) + calendar.Between(At(index), At(index).AddDays(index % 400)));
        Rate("time.plain-minutes", PlainDeadlines, index => Plain(set, At(index), 60 * (1 + (index % 80))));
        var different = Enumerable.Range(0, PlainDeadlines).Count(index =>
            Plain(set, At(index), 60 * (1 + (index % 80))) != calendar.Add(At(index), BusinessDuration.WorkingHours(1 + (index % 80))));
        Measure.Print("time.different", different, "deadlines");
        return Task.CompletedTask;
    }

    private static DateTimeOffset At(int index) => Begin.AddMinutes(index * 7L % 500_000);

    private static void Rate(string name, int count, Func<int, DateTimeOffset> work)
    {
        var last = work(0);
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
        {
            last = work(index);
        }

        Measure.Print(name, count / Stopwatch.GetElapsedTime(start).TotalSeconds, "/s");
        GC.KeepAlive(last);
    }

    /// <summary>An office in Los Angeles with a week without work in each of twenty years.</summary>
    private static DefinitionSet Definitions()
    {
        var holidays = new Holiday("closed", "Closed") { Days = [.. Enumerable.Range(2015, 20).Select(year => new HolidayDays(new DateOnly(year, 10, 1), new DateOnly(year, 10, 8)))] };
        var calendar = new CalendarDefinition
        {
            Key = "office",
            Label = "Office",
            Default = true,
            TimeZone = "America/Los_Angeles",
            Hours = new WeekHours { Monday = Hours, Tuesday = Hours, Wednesday = Hours, Thursday = Hours, Friday = Hours },
            Holidays = [holidays],
        };
        return new DefinitionSet([], [calendar], DirectoryDefinition.Empty, LabelCatalog.Empty);
    }

    private static DateTimeOffset Plain(DefinitionSet set, DateTimeOffset at, int minutes)
    {
        var calendar = set.All<CalendarDefinition>().Single();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone!);
        for (; minutes > 0; at = at.AddMinutes(1))
        {
            var local = TimeZoneInfo.ConvertTime(at, zone);
            var date = DateOnly.FromDateTime(local.DateTime);
            var time = local.TimeOfDay.TotalMinutes;
            var isClosed = calendar.Holidays.Any(holiday => holiday.Days.Any(days => days.From <= date && date <= (days.To ?? days.From)));
            minutes -= !isClosed && calendar.Hours!.Of(date.DayOfWeek).Count > 0 && time is (>= 510 and < 720) or (>= 810 and < 1050) ? 1 : 0;
        }

        return at;
    }
}
