using Forms.BusinessTime;

namespace Forms.Tests.BusinessTime;

/// <summary>Los Angeles skips 02:00–03:00 on 8 March 2026 and has 01:00–02:00 twice on 1 November; Lord Howe shifts by half an hour.</summary>
public sealed class DaylightSavingTests
{
    private static readonly BusinessCalendar Nights = Calendars.Make("America/Los_Angeles", Calendars.Daily("22:00-06:00"));
    private static readonly BusinessCalendar LordHowe = Calendars.Make("Australia/Lord_Howe", Calendars.Daily("00:00-04:00"));

    [Fact]
    public void The_night_of_the_change_is_an_hour_shorter_or_longer()
    {
        Assert.Equal(TimeSpan.FromHours(7), Nights.Between(Nights.At("2026-03-07 12:00"), Nights.At("2026-03-08 12:00")));
        Assert.Equal(TimeSpan.FromHours(9), Nights.Between(Nights.At("2026-10-31 12:00"), Nights.At("2026-11-01 12:00")));
        Assert.Equal("2026-03-08 06:00 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-03-07 22:00"), BusinessDuration.WorkingHours(7))));
        Assert.Equal("2026-11-01 06:00 -08:00", Nights.Clock(Nights.Add(Nights.At("2026-10-31 22:00"), BusinessDuration.WorkingHours(9))));
    }

    [Fact]
    public void Hours_pass_through_the_change_as_they_really_do()
    {
        Assert.Equal("2026-03-08 03:30 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-03-08 01:30"), BusinessDuration.WorkingHours(1))));
        Assert.Equal("2026-11-01 01:30 -08:00", Nights.Clock(Nights.Add(Nights.At("2026-11-01 01:30 -07:00"), BusinessDuration.WorkingHours(1))));
        Assert.Equal("2026-11-01 01:30 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-11-01 02:30"), BusinessDuration.WorkingHours(-2))));
    }

    [Fact]
    public void Half_an_hour_is_skipped_and_repeated_on_Lord_Howe()
    {
        // 5 April 2026 02:00 goes back to 01:30; 4 October 2026 02:00 goes on to 02:30.
        Assert.Equal(TimeSpan.FromHours(4.5), LordHowe.Between(LordHowe.At("2026-04-05 00:00"), LordHowe.At("2026-04-05 12:00")));
        Assert.Equal(TimeSpan.FromHours(3.5), LordHowe.Between(LordHowe.At("2026-10-04 00:00"), LordHowe.At("2026-10-04 12:00")));
        Assert.Equal("2026-04-05 01:45 +10:30", LordHowe.Clock(LordHowe.Add(LordHowe.At("2026-04-05 01:15"), BusinessDuration.WorkingMinutes(60))));
        Assert.Equal("2026-10-04 03:15 +11:00", LordHowe.Clock(LordHowe.Add(LordHowe.At("2026-10-04 01:45"), BusinessDuration.WorkingMinutes(60))));
    }

    [Theory]
    // Begins or ends where the clock skips: the skipped part is not worked.
    [InlineData("02:30-05:00", "2026-03-08", 120)]
    [InlineData("01:00-02:30", "2026-03-08", 60)]
    [InlineData("02:00-03:00", "2026-03-08", 0)]
    // Begins or ends where the clock repeats: at the first of the two.
    [InlineData("01:30-03:00", "2026-11-01", 150)]
    [InlineData("00:00-01:30", "2026-11-01", 90)]
    [InlineData("01:00-02:00", "2026-11-01", 120)]
    public void Hours_that_begin_or_end_in_the_change(string hours, string date, int minutes)
    {
        var calendar = Calendars.Make("America/Los_Angeles", Calendars.Daily(hours));

        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.Between(calendar.At(date + " 00:00"), calendar.At(date + " 12:00")));
    }

    [Fact]
    public void Days_keep_the_time_of_day_and_a_skipped_time_becomes_the_end_of_what_is_skipped()
    {
        Assert.Equal("2026-03-08 12:00 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-03-07 12:00"), BusinessDuration.Days(1))));
        Assert.Equal("2026-03-08 12:00 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-03-07 11:00"), BusinessDuration.Hours(24))));
        Assert.Equal("2026-03-08 03:00 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-03-07 02:30"), BusinessDuration.Days(1))));
        Assert.Equal("2026-11-01 01:30 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-10-01 01:30"), BusinessDuration.Months(1))));
        Assert.Equal("2026-03-08 03:00 -07:00", Nights.Clock(Nights.Add(Nights.At("2026-03-07 02:30"), BusinessDuration.WorkingDays(1))));
    }

    [Fact]
    public void A_date_that_a_country_skipped_is_no_working_day()
    {
        // Samoa crossed the date line: Friday 30 December 2011 was not.
        var apia = Calendars.Make("Pacific/Apia", Calendars.Office);

        Assert.Equal("2012-01-02 10:00 +14:00", apia.Clock(apia.Add(apia.At("2011-12-29 10:00"), BusinessDuration.WorkingDays(1))));
        Assert.Equal(TimeSpan.FromHours(7.5), apia.Between(apia.At("2011-12-29 00:00"), apia.At("2012-01-02 00:00")));
    }
}
