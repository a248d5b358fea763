namespace Forms.Definitions.Calendars;

/// <summary>Make-up days have hours in the calendar that uses them.</summary>
internal static class MakeUpDayCheck
{
    internal static void Check(CalendarDefinition calendar, DefinitionContext context)
    {
        var week = CalendarChain.Hours(CalendarChain.Of(calendar, context.Set)!);
        foreach (var (index, holiday) in calendar.Holidays.Index())
        {
            foreach (var (number, day) in holiday.MakeUpDays.Index().Where(entry => IsWithoutHours(entry.Item, week)))
            {
                context.Error($"holidays[{index}].makeUpDays[{number}]", "calendar.make-up-day", Message(day));
            }
        }

        foreach (var (index, key) in calendar.HolidaySets.Index())
        {
            var days = context.Set.Find<HolidaySetDefinition>(key)?.Holidays.SelectMany(holiday => holiday.MakeUpDays) ?? [];
            if (days.FirstOrDefault(day => IsWithoutHours(day, week)) is { } found)
            {
                context.Warning($"holidaySets[{index}]", "calendar.make-up-day", $"{Message(found)} Here it is not worked.");
            }
        }
    }

    private static bool IsWithoutHours(MakeUpDay day, WeekHours week) => day.Hours.Count == 0 && week.Of(day.Like ?? DayOfWeek.Monday).Count == 0;

    private static string Message(MakeUpDay day) =>
        FormattableString.Invariant($"The make-up day {day.Date:yyyy-MM-dd} has the hours of {day.Like ?? DayOfWeek.Monday}, but that is not worked. Name another day by \"like\", or give it \"hours\".");
}
