using Forms.BusinessTime;

namespace Forms.Definitions.Calendars;

/// <summary>Working hours can be read, are in order, do not overlap, and there are some.</summary>
internal static class HoursCheck
{
    internal static void Check(WeekHours week, DefinitionContext context)
    {
        var days = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, day => Check(week.Of(day), Word(day), context));
        if (days.Values.All(hours => hours.Count == 0) && Enum.GetValues<DayOfWeek>().All(day => week.Of(day).Count == 0))
        {
            context.Error(string.Empty, "calendar.no-working-time", "The week has no working hours, so nothing would ever be due. Give at least one day some.");
        }

        foreach (var (day, hours) in days)
        {
            var next = (DayOfWeek)(((int)day + 1) % 7);
            if (hours is [.., { CrossesMidnight: true } night] && days[next] is [var morning, ..] && morning.From < night.To - ClockInterval.MinutesOfDay)
            {
                context.Error($"{Word(next)}[0]", "calendar.hours", $"{morning} begins before the night shift {night} of {day} has ended.");
            }
        }
    }

    /// <summary>The hours of a day, as far as they can be read.</summary>
    internal static List<ClockInterval> Check(IReadOnlyList<string> hours, string path, DefinitionContext context)
    {
        var read = new List<ClockInterval>();
        foreach (var (index, text) in hours.Index())
        {
            if (!ClockInterval.TryParse(text, out var interval))
            {
                context.Error($"{path}[{index}]", "calendar.hours", $"\"{text}\" are no hours. Write them as \"08:30-12:00\"; \"22:00-06:00\" ends on the next day, a whole day is \"00:00-24:00\".");
            }
            else if (read.Count > 0 && interval.From < read[^1].To)
            {
                context.Error($"{path}[{index}]", "calendar.hours", $"{interval} begins before {read[^1]} has ended. The hours of a day are in order and do not overlap.");
            }
            else
            {
                read.Add(interval);
            }
        }

        return read;
    }

    private static string Word(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
