using System.Globalization;
using System.Text.Json;
using Forms.BusinessTime;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Definitions.Demo;
using Forms.Definitions.Importing;

namespace Forms.Tests.BusinessTime;

/// <summary>The calendars that come with the packs, on the days that the State Council announced.</summary>
public sealed class ChineseHolidayTests
{
    private static readonly string Root = FindRoot();

    private static readonly string Data =
        Environment.GetEnvironmentVariable("BACKOFFICE_TEST_HOLIDAYS") ?? Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "holidays-cn"));

    private static readonly DefinitionSet Set =
        new DefinitionLoader([new HolidaySetKind(), new CalendarKind(), new FormKind(), new ImportKind(), new DemoKind()]).Load(Path.Combine(Root, "definitions")).Set!;

    private static readonly BusinessCalendar Office = new BusinessCalendars(Set).Get("head-office");

    [Fact]
    public void Every_announced_day_is_in_the_calendar_and_no_other()
    {
        Assert.SkipUnless(System.IO.Directory.Exists(Data), $"The announced days are not in {Data}. Put the files of the year (2023.json …) there, or name their folder in BACKOFFICE_TEST_HOLIDAYS.");
        var announced = System.IO.Directory.EnumerateFiles(Data, "*.json").SelectMany(Days).ToDictionary(day => day.Date);

        Assert.Equal(Office.KnownTo, announced.Keys.Max(date => date.Year));
        for (var date = new DateOnly(2022, 12, 1); date.Year <= 2027; date = date.AddDays(1))
        {
            var isWorked = announced.TryGetValue(date, out var day) ? !day.IsOff : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.True(isWorked == Office.Dates.IsWorkingDate(date), $"{date:yyyy-MM-dd}");
            var special = Office.SpecialDayOn(date);
            Assert.Equal(day is null, special is null);
            Assert.Equal(day?.Name.Split('、').Order(StringComparer.Ordinal), special is null ? null : Set.Labels.ByLanguage["zh-Hans"][special.LabelPath].Split('、').Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    // National Day 2025: Sunday 28 September is worked, 1 to 8 October are free, Saturday 11 October is worked.
    [InlineData("2025-09-26 16:00", "1bd", "2025-09-28 16:00")]
    [InlineData("2025-09-26 16:00", "2bd", "2025-09-29 16:00")]
    [InlineData("2025-09-30 17:00", "1bh", "2025-10-09 09:00")]
    [InlineData("2025-09-30 16:00", "2bd", "2025-10-10 16:00")]
    [InlineData("2025-10-10 16:00", "1bd", "2025-10-11 16:00")]
    [InlineData("2025-10-03 12:00", "1bd", "2025-10-09 17:30")]
    [InlineData("2025-10-09 09:00", "-1bh", "2025-09-30 17:00")]
    // Spring Festival 2026: Saturday 14 February is worked, 15 to 23 are free, Saturday 28 is worked.
    [InlineData("2026-02-13 10:00", "1bd", "2026-02-14 10:00")]
    [InlineData("2026-02-13 10:00", "2bd", "2026-02-24 10:00")]
    [InlineData("2026-02-14 17:00", "60bm", "2026-02-24 09:00")]
    [InlineData("2026-02-27 10:00", "2bd", "2026-03-02 10:00")]
    // New Year 2026: Sunday 4 January is worked.
    [InlineData("2025-12-31 10:00", "1bd", "2026-01-04 10:00")]
    public void Deadlines_follow_holidays_and_make_up_days(string at, string duration, string expected) =>
        Assert.Equal(Office.Clock(Office.At(expected)), Office.Clock(Office.Add(Office.At(at), BusinessDuration.Parse(duration))));

    [Theory]
    [InlineData("2025-09-28", 7.5)]
    [InlineData("2025-10-01", 0)]
    [InlineData("2025-10-11", 7.5)]
    [InlineData("2026-02-14", 7.5)]
    [InlineData("2026-02-23", 0)]
    public void A_make_up_day_has_the_hours_of_a_Monday(string date, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Office.Between(Office.At(date + " 00:00"), Office.At(date + " 00:00").AddDays(1)));

    [Fact]
    public void A_calendar_based_on_another_has_its_holidays_with_hours_of_its_own()
    {
        var desk = new BusinessCalendars(Set).Get("service-desk");

        Assert.Equal(2026, desk.KnownTo);
        Assert.Equal("Asia/Shanghai", desk.TimeZone);
        Assert.False(desk.Dates.IsWorkingDate(new DateOnly(2025, 10, 4)));
        Assert.Equal(TimeSpan.FromHours(12), desk.Between(desk.At("2025-09-28 00:00"), desk.At("2025-09-29 00:00")));
        Assert.Equal(TimeSpan.FromHours(8), desk.Between(desk.At("2025-10-18 00:00"), desk.At("2025-10-19 00:00")));
    }

    [Fact]
    public void Units_have_the_calendar_of_their_place()
    {
        var calendars = new BusinessCalendars(Set);

        Assert.Equal(
            ["head-office", "head-office", "service-desk", "stores", "seattle", "seattle", "london"],
            new[] { "head-office", "hangzhou", "service", "harborview", "americas", "seattle", "london" }.Select(unit => calendars.ForUnit(unit).Key));
        Assert.Equal("head-office", calendars.Default.Key);
    }

    [Fact]
    public void Two_business_days_in_Seattle_go_round_Thanksgiving_and_the_change_of_the_clocks()
    {
        var seattle = new BusinessCalendars(Set).Get("seattle");

        Assert.Equal("2026-11-27 10:00 -08:00", seattle.Clock(seattle.Add(seattle.At("2026-11-24 10:00"), BusinessDuration.WorkingDays(2))));
        Assert.Equal("2026-11-02 10:00 -08:00", seattle.Clock(seattle.Add(seattle.At("2026-10-30 10:00"), BusinessDuration.WorkingDays(1))));
        Assert.Equal(TimeSpan.FromHours(8), seattle.Between(seattle.At("2026-10-30 10:00"), seattle.At("2026-11-02 10:00")));
    }

    private static IEnumerable<Announced> Days(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("days").EnumerateArray().Select(day => new Announced(
            DateOnly.ParseExact(day.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            day.GetProperty("name").GetString()!,
            day.GetProperty("isOffDay").GetBoolean()))];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Backoffice.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the solution.");
        }

        return folder.FullName;
    }

    private sealed record Announced(DateOnly Date, string Name, bool IsOff);
}
