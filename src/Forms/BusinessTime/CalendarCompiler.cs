using Forms.Definitions;
using Forms.Definitions.Calendars;
using NodaTime;

namespace Forms.BusinessTime;

/// <summary>Makes a calendar ready from its definition, those that it is based on, and their holiday sets.</summary>
internal static class CalendarCompiler
{
    /// <exception cref="InvalidDataException">What the check would have refused.</exception>
    internal static BusinessCalendar Compile(CalendarDefinition calendar, DefinitionSet set)
    {
        var chain = CalendarChain.Of(calendar, set) ?? throw new InvalidDataException($"The calendar \"{calendar.Key}\" is based on itself.");
        var week = CalendarChain.Hours(chain);
        var hours = Enumerable.Range(0, 7).Select(day => Read(week.Of((DayOfWeek)day), calendar)).ToArray();
        var days = new Dictionary<DateOnly, (SpecialDay Day, ClockInterval[] Hours)>();
        foreach (var source in chain.Reverse())
        {
            foreach (var (path, holidays) in Sources(source, set))
            {
                Put(holidays, path, hours, calendar, days);
            }
        }

        var plan = new WorkingPlan(Zone(chain, calendar), hours, days.ToDictionary(day => day.Key, day => day.Value.Hours));
        return new BusinessCalendar(calendar.Key, calendar.Label, plan, days.Values.Select(day => day.Day), KnownTo(chain, set));
    }

    private static IEnumerable<(string Path, IReadOnlyList<Holiday> Holidays)> Sources(CalendarDefinition calendar, DefinitionSet set) =>
    [
        .. Sets([calendar], set).Select(holidays => ($"holidays/{holidays.Key}/", holidays.Holidays)),
        ($"calendars/{calendar.Key}/holidays/", calendar.Holidays),
    ];

    private static void Put(
        IReadOnlyList<Holiday> holidays,
        string path,
        ClockInterval[][] week,
        CalendarDefinition calendar,
        Dictionary<DateOnly, (SpecialDay Day, ClockInterval[] Hours)> days)
    {
        foreach (var holiday in holidays)
        {
            foreach (var date in holiday.Days.SelectMany(range => range.Dates))
            {
                days[date] = (new SpecialDay(date, holiday.Label, path + holiday.Id, IsWorkingDate: false), []);
            }

            foreach (var day in holiday.MakeUpDays)
            {
                var hours = day.Hours.Count > 0 ? Read(day.Hours, calendar) : week[(int)(day.Like ?? DayOfWeek.Monday)];
                days[day.Date] = (new SpecialDay(day.Date, holiday.Label, path + holiday.Id, hours.Length > 0), hours);
            }
        }
    }

    private static ClockInterval[] Read(IReadOnlyList<string> hours, CalendarDefinition calendar) =>
        [.. hours.Select(text => ClockInterval.TryParse(text, out var interval) ? interval : throw new InvalidDataException($"The calendar \"{calendar.Key}\" has hours that cannot be read: \"{text}\"."))];

    private static DateTimeZone Zone(IReadOnlyList<CalendarDefinition> chain, CalendarDefinition calendar)
    {
        var name = chain.Select(link => link.TimeZone).FirstOrDefault(zone => zone is not null);
        return name is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } found
            ? found
            : throw new InvalidDataException($"The calendar \"{calendar.Key}\" has no known time zone: \"{name}\".");
    }

    private static int? KnownTo(IReadOnlyList<CalendarDefinition> chain, DefinitionSet set) =>
        Sets(chain, set).Min(holidays => (int?)holidays.KnownTo);

    private static IEnumerable<HolidaySetDefinition> Sets(IEnumerable<CalendarDefinition> calendars, DefinitionSet set) =>
        calendars.SelectMany(calendar => calendar.HolidaySets).Select(key => set.Find<HolidaySetDefinition>(key)
            ?? throw new InvalidDataException($"The holiday set \"{key}\" is not there."));
}
