using System.Globalization;
using System.Text.Json;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Forms.Tests.BusinessTime;

/// <summary>
/// Calendars with any hours, night shifts and special days, in zones that shift by an hour, by half an hour, at midnight, or
/// by a whole day, and weeks in which they do.
/// </summary>
internal static class RandomCalendars
{
    private static readonly (string Zone, string Week)[] Places =
    [
        ("UTC", "2024-02-20"),
        ("Asia/Shanghai", "2025-09-25"),
        ("Asia/Kathmandu", "2025-12-20"),
        ("America/Los_Angeles", "2026-02-25"),
        ("America/Los_Angeles", "2025-10-20"),
        ("Europe/London", "2026-03-20"),
        ("Europe/London", "2025-10-15"),
        ("Australia/Lord_Howe", "2026-03-25"),
        ("Australia/Lord_Howe", "2025-09-25"),
        ("America/Sao_Paulo", "2018-10-25"),
        ("America/Sao_Paulo", "2018-02-05"),
        ("America/St_Johns", "2010-10-28"),
        ("Africa/Casablanca", "2025-02-15"),
        ("Pacific/Apia", "2011-12-20"),
    ];

    /// <summary>A calendar, and some forty days of it.</summary>
    internal static Gen<Sample> All { get; } =
        from place in Gen.Elements(Places)
        from week in Day.ArrayOf(7)
        from special in SpecialDay.ListOf(8)
        select new Sample(Make(place.Zone, week, Calendars.Date(place.Week), special), new DateTimeOffset(Calendars.Date(place.Week).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    private static Gen<string[]> Day => Gen.Frequency((2, Gen.Constant<string[]>([])), (3, Hours));

    /// <summary>Up to three intervals in order, the last perhaps into the next day.</summary>
    private static Gen<string[]> Hours =>
        from count in Gen.Choose(1, 3)
        from times in Gen.Choose(0, (24 * 12) - 1).ArrayOf((2 * count) - 1)
        from last in Gen.Choose(0, 24 * 12)
        select Ordered(times, last);

    private static Gen<(int Offset, bool IsClosed, string[] Hours)> SpecialDay =>
        from offset in Gen.Choose(0, 40)
        from isClosed in Gen.Elements(true, false)
        from hours in Hours
        select (offset, isClosed, hours);

    private static string[] Ordered(int[] times, int last)
    {
        var starts = times.Distinct().Order().ToList();
        var found = new List<string>();
        for (var index = 0; index < starts.Count; index += 2)
        {
            var to = index + 1 < starts.Count ? starts[index + 1] : last;
            if (to != starts[index])
            {
                found.Add($"{Clock(starts[index])}-{Clock(to)}");
            }
        }

        return [.. found];
    }

    private static string Clock(int fives) => string.Create(CultureInfo.InvariantCulture, $"{fives / 12:00}:{fives % 12 * 5:00}");

    private static CalendarDefinition Make(string zone, string[][] week, DateOnly begin, IEnumerable<(int Offset, bool IsClosed, string[] Hours)> special)
    {
        var days = special.Where(day => day.IsClosed || day.Hours.Length > 0).DistinctBy(day => day.Offset).ToList();
        return new CalendarDefinition
        {
            Key = "test",
            Label = "Test",
            Default = true,
            TimeZone = zone,
            Hours = new WeekHours { Monday = week[0], Tuesday = week[1], Wednesday = week[2], Thursday = week[3], Friday = week[4], Saturday = week[5], Sunday = week[6] },
            Holidays =
            [
                new Holiday("special", "Special")
                {
                    Days = [.. days.Where(day => day.IsClosed).Select(day => new HolidayDays(begin.AddDays(day.Offset)))],
                    MakeUpDays = [.. days.Where(day => !day.IsClosed).Select(day => new MakeUpDay(begin.AddDays(day.Offset)) { Hours = day.Hours })],
                },
            ],
        };
    }
}

/// <summary>A calendar and the midnight of UTC at which the weeks looked at begin.</summary>
internal sealed record Sample(CalendarDefinition Definition, DateTimeOffset Begin)
{
    public override string ToString() => JsonSerializer.Serialize(this.Definition, DefinitionJson.Options);
}
