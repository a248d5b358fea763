namespace Forms.Definitions.Calendars;

/// <summary>Sentences for the schemas of calendars and holiday sets.</summary>
internal static class CalendarDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CalendarDefinition"] = "When a place works: time zone, hours of the week, holidays and make-up days.",
        ["CalendarDefinition.default"] = "Counts for every unit that names no calendar, nor do the units above it. One calendar is the default.",
        ["CalendarDefinition.basedOn"] = "Key of the calendar whose zone, hours and special days count where this one says nothing.",
        ["CalendarDefinition.timeZone"] = "IANA name of the time zone: Asia/Shanghai.",
        ["CalendarDefinition.hours"] = "Working hours by day of the week and the clock of the zone, in order: 08:30-12:00. 22:00-06:00 ends on the next day. A day left out is not worked.",
        ["CalendarDefinition.holidaySets"] = "Keys of holiday sets. On a date that is in several, the later set counts.",
        ["CalendarDefinition.holidays"] = "Holidays and make-up days of this calendar alone. They win over those of the sets.",
        ["HolidaySetDefinition"] = "The holidays of a country or region, for several calendars.",
        ["HolidaySetDefinition.knownTo"] = "The last year of which all days are known. Later years follow the plain week.",
        ["HolidaySetDefinition.holidays"] = "Each holiday with its days of all years.",
        ["Holiday.id"] = "Stable.",
        ["Holiday.days"] = "When nobody works.",
        ["Holiday.makeUpDays"] = "Weekend days that are worked to make up for it.",
        ["HolidayDays.from"] = "The date, or the first of several: 2026-10-01.",
        ["HolidayDays.to"] = "The last date, where there are several.",
        ["MakeUpDay.date"] = "The date that is worked.",
        ["MakeUpDay.like"] = "The day of the week whose hours it has; Monday where left out.",
        ["MakeUpDay.hours"] = "Hours of its own: 09:00-12:00.",
    };
}
