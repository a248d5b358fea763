using System.Globalization;
using Forms.BusinessTime;
using Forms.Definitions.Loading;

namespace Forms.Definitions.Calendars;

/// <summary>Holidays have dates that exist once, in a range that makes sense.</summary>
internal static class HolidayCheck
{
    internal static void Check(IReadOnlyList<Holiday> holidays, DefinitionContext context)
    {
        context.NeedDistinct(holidays.Select(holiday => holiday.Id), index => $"holidays[{index}].id", "holiday");
        var seen = new Dictionary<DateOnly, Holiday>();
        foreach (var (index, holiday) in holidays.Index())
        {
            var at = context.At($"holidays[{index}]");
            if (!Keys.IsKey(holiday.Id))
            {
                at.Error("id", "definition.key", $"The id \"{holiday.Id}\" is not allowed: {Keys.KeyRule}.");
            }

            if (holiday.Days.Count == 0 && holiday.MakeUpDays.Count == 0)
            {
                at.Error(string.Empty, "holiday.empty", $"{holiday.Label} has neither \"days\" nor \"makeUpDays\".");
            }

            foreach (var (number, days) in holiday.Days.Index())
            {
                CheckDays(days, holiday, at.At($"days[{number}]"), seen);
            }

            foreach (var (number, day) in holiday.MakeUpDays.Index())
            {
                CheckMakeUpDay(day, holiday, at.At($"makeUpDays[{number}]"), seen);
            }
        }
    }

    private static void CheckDays(HolidayDays days, Holiday holiday, DefinitionContext context, Dictionary<DateOnly, Holiday> seen)
    {
        if (days.To is { } to && (to < days.From || to.DayNumber - days.From.DayNumber >= HolidayDays.MaxDays))
        {
            context.Error("to", "holiday.range", to < days.From
                ? $"The last date {Text(to)} is before the first, {Text(days.From)}."
                : $"A holiday has at most {HolidayDays.MaxDays} days at a stretch. A longer time without work is a change of the hours.");
            return;
        }

        foreach (var date in days.Dates)
        {
            if (!IsNew(date, holiday, "from", context, seen))
            {
                return;
            }
        }
    }

    private static void CheckMakeUpDay(MakeUpDay day, Holiday holiday, DefinitionContext context, Dictionary<DateOnly, Holiday> seen)
    {
        IsNew(day.Date, holiday, "date", context, seen);
        HoursCheck.Check(day.Hours, "hours", context);
        if (day is { Like: not null, Hours.Count: > 0 })
        {
            context.Error("like", "holiday.hours", "The hours are those \"like\" a day of the week, or \"hours\" of its own; not both.");
        }
    }

    private static bool IsNew(DateOnly date, Holiday holiday, string path, DefinitionContext context, Dictionary<DateOnly, Holiday> seen)
    {
        if (date.Year is < BusinessCalendar.FirstYear or > BusinessCalendar.LastYear)
        {
            context.Error(path, "holiday.year", $"{Text(date)} is outside the years {BusinessCalendar.FirstYear} to {BusinessCalendar.LastYear}.");
            return false;
        }

        if (!seen.TryAdd(date, holiday))
        {
            context.Error(path, "holiday.twice", $"{Text(date)} is given twice, the first time by {seen[date].Label}. A date is one thing only.");
            return false;
        }

        return true;
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
