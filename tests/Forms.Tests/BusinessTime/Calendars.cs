using System.Globalization;
using Forms.BusinessTime;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using NodaTime;

namespace Forms.Tests.BusinessTime;

/// <summary>Calendars made for tests, and moments as texts.</summary>
internal static class Calendars
{
    internal static WeekHours Office { get; } = Weekdays("08:30-12:00", "13:30-17:30");

    internal static WeekHours Weekdays(params string[] hours) =>
        new() { Monday = hours, Tuesday = hours, Wednesday = hours, Thursday = hours, Friday = hours };

    internal static WeekHours Daily(params string[] hours) => Weekdays(hours) with { Saturday = hours, Sunday = hours };

    internal static BusinessCalendar Make(string zone, WeekHours hours, params Holiday[] holidays) => Make(
        new CalendarDefinition { Key = "test", Label = "Test", Default = true, TimeZone = zone, Hours = hours, Holidays = holidays });

    internal static BusinessCalendar Make(params IDefinition[] definitions) => All([], definitions).Get("test");

    internal static BusinessCalendars All(IReadOnlyList<UnitDefinition> units, params IDefinition[] definitions) =>
        new(new DefinitionSet([], definitions, DirectoryDefinition.Empty with { Units = units }, LabelCatalog.Empty));

    internal static Holiday Closed(params string[] dates) => new("closed", "Closed") { Days = [.. dates.Select(date => new HolidayDays(Date(date)))] };

    internal static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment with its offset: <c>2026-10-25 01:30 +01:00</c>; without one by the clock of the calendar, where that is clear.</summary>
    internal static DateTimeOffset At(this BusinessCalendar calendar, string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : Zone(calendar).AtStrictly(LocalDateTime.FromDateTime(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))).ToDateTimeOffset();

    /// <summary>What the clock of the calendar shows, with the offset: <c>2026-10-25 01:30 +01:00</c>.</summary>
    internal static string Clock(this BusinessCalendar calendar, DateTimeOffset moment) =>
        OffsetDateTime(calendar, moment).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    internal static DateTimeZone Zone(BusinessCalendar calendar) => DateTimeZoneProviders.Tzdb[calendar.TimeZone];

    private static DateTimeOffset OffsetDateTime(BusinessCalendar calendar, DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(Zone(calendar)).ToDateTimeOffset();
}
