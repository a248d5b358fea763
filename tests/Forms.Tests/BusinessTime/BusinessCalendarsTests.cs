using Forms.BusinessTime;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Problems;

namespace Forms.Tests.BusinessTime;

public sealed class BusinessCalendarsTests
{
    private static readonly DateOnly Monday = new(2026, 3, 9);

    private static readonly UnitDefinition[] Units =
    [
        new("company", "Company", "headOffice"),
        new("west", "West", "region", "company", Calendar: "west"),
        new("coast", "Coast", "branch", "west"),
        new("pier", "Pier", "store", "coast", Calendar: "pier"),
        new("east", "East", "region", "company"),
    ];

    private static readonly CalendarDefinition House =
        new() { Key = "house", Label = "House", Default = true, TimeZone = "Asia/Shanghai", Hours = Calendars.Office };

    [Fact]
    public void A_unit_has_its_own_calendar_or_that_of_the_nearest_above_or_the_default()
    {
        var calendars = Calendars.All(Units, House, House with { Key = "west", Default = false }, House with { Key = "pier", Default = false });

        Assert.Equal(
            ["house", "west", "west", "pier", "house", "house"],
            new[] { "company", "west", "coast", "pier", "east", "closed-long-ago" }.Select(unit => calendars.ForUnit(unit).Key));
        Assert.Same(calendars.Default, calendars.ForUnit("east"));
        Assert.Equal(3, calendars.All.Count);
        Assert.Equal(RefusalReason.NotFound, Assert.Throws<RefusalException>(() => calendars.Get("south")).Reason);
    }

    [Fact]
    public void A_company_without_calendars_works_around_the_clock()
    {
        var calendars = new BusinessCalendars(DefinitionSet.Empty);

        Assert.Same(BusinessCalendar.AroundTheClock, calendars.Default);
        Assert.Same(BusinessCalendar.AroundTheClock, calendars.ForUnit("any"));
    }

    [Fact]
    public void The_own_day_wins_over_that_of_a_set_a_later_set_over_an_earlier_and_both_over_the_calendar_below()
    {
        var calendars = Calendars.All(
            [],
            Set("first", 2027, Monday, Monday.AddDays(1), Monday.AddDays(2)),
            new HolidaySetDefinition { Key = "second", Label = "Second", KnownTo = 2026, Holidays = [MadeUp(Monday.AddDays(1)), MadeUp(Monday.AddDays(2))] },
            House with { HolidaySets = ["first", "second"], Holidays = [Calendars.Closed("2026-03-11", "2026-03-12")] },
            new CalendarDefinition { Key = "shop", Label = "Shop", BasedOn = "house", Holidays = [MadeUp(Monday.AddDays(3))] });

        Assert.Equal([false, true, false, false], Worked(calendars.Get("house")));
        Assert.Equal([false, true, false, true], Worked(calendars.Get("shop")));
        Assert.Equal("holidays/first/closed", calendars.Get("shop").SpecialDayOn(Monday)!.LabelPath);
        Assert.Equal("calendars/house/holidays/closed", calendars.Get("shop").SpecialDayOn(Monday.AddDays(2))!.LabelPath);
        Assert.Equal("calendars/shop/holidays/made-up", calendars.Get("shop").SpecialDayOn(Monday.AddDays(3))!.LabelPath);
        Assert.Equal(2026, calendars.Get("shop").KnownTo);
        Assert.Null(Calendars.All([], House).Default.KnownTo);

        static bool[] Worked(BusinessCalendar calendar) => [.. Enumerable.Range(0, 4).Select(day => calendar.Dates.IsWorkingDate(Monday.AddDays(day)))];
    }

    [Fact]
    public void A_make_up_day_like_another_has_the_hours_of_the_calendar_that_uses_it()
    {
        var sunday = new DateOnly(2026, 3, 8);
        var set = new HolidaySetDefinition { Key = "set", Label = "Set", KnownTo = 2026, Holidays = [new Holiday("late", "Late") { MakeUpDays = [new MakeUpDay(sunday, DayOfWeek.Friday)] }] };
        var calendar = Calendars.Make(set, House with { Key = "test", Hours = Calendars.Office with { Friday = ["08:30-12:00"] }, HolidaySets = ["set"] });

        Assert.Equal(TimeSpan.FromHours(3.5), calendar.Between(calendar.At("2026-03-08 00:00"), calendar.At("2026-03-09 00:00")));
        Assert.True(calendar.SpecialDayOn(sunday)!.IsWorkingDate);
    }

    private static HolidaySetDefinition Set(string key, int knownTo, params DateOnly[] dates) =>
        new() { Key = key, Label = key, KnownTo = knownTo, Holidays = [new Holiday("closed", "Closed") { Days = [.. dates.Select(date => new HolidayDays(date))] }] };

    private static Holiday MadeUp(DateOnly date) => new("made-up", "Made up") { MakeUpDays = [new MakeUpDay(date)] };
}
