using Forms.BusinessTime;
using Forms.Definitions.Calendars;

namespace Forms.Tests.BusinessTime;

public sealed class BusinessCalendarTests
{
    // 2026-03-06 is a Friday, 2026-03-11 a Wednesday and closed.
    private static readonly BusinessCalendar Office = Calendars.Make("Asia/Shanghai", Calendars.Office, Calendars.Closed("2026-03-11"));

    [Theory]
    [InlineData("2026-03-06 08:29", false, "2026-03-06 08:30", "2026-03-06 17:30")]
    [InlineData("2026-03-06 08:30", true, "2026-03-06 08:30", "2026-03-06 17:30")]
    [InlineData("2026-03-06 12:00", false, "2026-03-06 13:30", "2026-03-06 17:30")]
    [InlineData("2026-03-06 17:29", true, "2026-03-06 17:29", "2026-03-06 17:30")]
    [InlineData("2026-03-06 17:30", false, "2026-03-09 08:30", "2026-03-06 17:30")]
    [InlineData("2026-03-06 17:31", false, "2026-03-09 08:30", "2026-03-09 17:30")]
    [InlineData("2026-03-10 20:00", false, "2026-03-12 08:30", "2026-03-12 17:30")]
    public void Knows_when_work_goes_on_begins_and_ends(string at, bool working, string next, string end)
    {
        Assert.Equal(working, Office.IsWorkingTime(Office.At(at)));
        Assert.Equal(Office.At(next), Office.NextWorkingInstant(Office.At(at)));
        Assert.Equal(Office.At(end), Office.EndOfWorkingDay(Office.At(at)));
    }

    [Theory]
    // Working hours and minutes.
    [InlineData("2026-03-06 16:00", "1bh", "2026-03-06 17:00")]
    [InlineData("2026-03-06 16:00", "2bh", "2026-03-09 09:00")]
    [InlineData("2026-03-06 16:00", "90bm", "2026-03-06 17:30")]
    [InlineData("2026-03-06 11:30", "1bh", "2026-03-06 14:00")]
    [InlineData("2026-03-07 10:00", "30bm", "2026-03-09 09:00")]
    [InlineData("2026-03-07 10:00", "0bm", "2026-03-09 08:30")]
    [InlineData("2026-03-06 17:30", "0bm", "2026-03-06 17:30")]
    [InlineData("2026-03-09 08:30", "-1bm", "2026-03-06 17:29")]
    [InlineData("2026-03-09 09:00", "-30bm", "2026-03-09 08:30")]
    // Working days: the same time of day …
    [InlineData("2026-03-06 16:00", "2bd", "2026-03-10 16:00")]
    [InlineData("2026-03-10 16:00", "1bd", "2026-03-12 16:00")]
    [InlineData("2026-03-10 16:00", "-2bd", "2026-03-06 16:00")]
    // … or the nearest of that day …
    [InlineData("2026-03-06 07:00", "1bd", "2026-03-09 08:30")]
    [InlineData("2026-03-06 20:00", "1bd", "2026-03-09 17:30")]
    [InlineData("2026-03-06 12:30", "1bd", "2026-03-09 12:00")]
    [InlineData("2026-03-09 12:30", "-1bd", "2026-03-06 13:30")]
    // … and from a day that is not worked the whole of the last day.
    [InlineData("2026-03-07 10:00", "1bd", "2026-03-09 17:30")]
    [InlineData("2026-03-07 10:00", "2bd", "2026-03-10 17:30")]
    [InlineData("2026-03-07 10:00", "-1bd", "2026-03-06 08:30")]
    [InlineData("2026-03-07 10:00", "0bd", "2026-03-09 08:30")]
    [InlineData("2026-03-06 20:00", "0bd", "2026-03-09 08:30")]
    // By the calendar, working or not.
    [InlineData("2026-03-06 16:00", "12h", "2026-03-07 04:00")]
    [InlineData("2026-03-06 16:00", "1d", "2026-03-07 16:00")]
    [InlineData("2026-03-06 16:00", "-2w", "2026-02-20 16:00")]
    [InlineData("2026-01-31 16:00", "1mo", "2026-02-28 16:00")]
    [InlineData("2026-03-31 16:00", "-1mo", "2026-02-28 16:00")]
    public void Adds(string at, string duration, string expected) =>
        Assert.Equal(Office.Clock(Office.At(expected)), Office.Clock(Office.Add(Office.At(at), BusinessDuration.Parse(duration))));

    [Theory]
    [InlineData("2026-03-06 16:00", "2026-03-09 09:30", 150)]
    [InlineData("2026-03-09 09:30", "2026-03-06 16:00", -150)]
    [InlineData("2026-03-07 00:00", "2026-03-08 23:59", 0)]
    [InlineData("2026-01-01 00:00", "2027-01-01 00:00", (261 - 1) * 450)]
    public void Measures_working_time(string from, string to, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Office.Between(Office.At(from), Office.At(to)));

    [Fact]
    public void Moments_come_out_in_UTC_and_dates_are_those_of_the_zone()
    {
        var due = Office.Add(new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.FromHours(-5)), BusinessDuration.WorkingDays(1));

        // 9:00 in New York is 22:00 in Shanghai.
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 9, 30, 0, TimeSpan.Zero), due);
        Assert.Equal(TimeSpan.Zero, due.Offset);
        Assert.Equal(new DateOnly(2026, 3, 7), Office.DateOf(new DateTimeOffset(2026, 3, 6, 16, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_night_shift_belongs_to_the_date_on_which_it_begins()
    {
        var nights = Calendars.Make("Asia/Shanghai", Calendars.Weekdays("22:00-06:00"), Calendars.Closed("2026-03-11"));

        Assert.True(nights.IsWorkingTime(nights.At("2026-03-07 03:00")));
        Assert.False(nights.IsWorkingTime(nights.At("2026-03-09 03:00")));
        Assert.Equal(nights.At("2026-03-07 06:00"), nights.EndOfWorkingDay(nights.At("2026-03-07 03:00")));
        Assert.Equal(nights.At("2026-03-09 23:00"), nights.Add(nights.At("2026-03-07 05:00"), BusinessDuration.WorkingHours(2)));

        // Saturday 03:00 is Friday's shift, and one working day later Monday's; Tuesday's lasts into the closed Wednesday.
        Assert.Equal(nights.At("2026-03-10 03:00"), nights.Add(nights.At("2026-03-07 03:00"), BusinessDuration.WorkingDays(1)));
        Assert.Equal(nights.At("2026-03-11 03:00"), nights.Add(nights.At("2026-03-10 03:00"), BusinessDuration.WorkingDays(1)));
        Assert.Equal(nights.At("2026-03-13 03:00"), nights.Add(nights.At("2026-03-11 03:00"), BusinessDuration.WorkingDays(1)));
        Assert.Equal(TimeSpan.FromHours(4 * 8), nights.Between(nights.At("2026-03-09 00:00"), nights.At("2026-03-15 00:00")));
    }

    [Fact]
    public void A_night_shift_of_New_Years_Eve_is_found_in_the_new_year()
    {
        var nights = Calendars.Make("Asia/Shanghai", Calendars.Daily("22:00-06:00"));

        Assert.True(nights.IsWorkingTime(nights.At("2026-01-01 05:59")));
        Assert.Equal(nights.At("2025-12-31 23:00"), nights.Add(nights.At("2026-01-01 05:00"), BusinessDuration.WorkingHours(-6)));
        Assert.Equal(TimeSpan.FromHours(8), nights.Between(nights.At("2025-12-31 12:00"), nights.At("2026-01-01 12:00")));
    }

    [Fact]
    public void A_night_shift_ends_when_the_hours_of_the_next_date_begin()
    {
        // A make-up Sunday that begins before Saturday's night shift has ended.
        var calendar = Calendars.Make(
            "Asia/Shanghai",
            new WeekHours { Saturday = ["22:00-06:00"] },
            new Holiday("early", "Early") { MakeUpDays = [new MakeUpDay(new DateOnly(2026, 3, 8)) { Hours = ["05:00-13:00"] }] });

        Assert.Equal(TimeSpan.FromHours(15), calendar.Between(calendar.At("2026-03-07 00:00"), calendar.At("2026-03-09 00:00")));
        Assert.Equal(calendar.At("2026-03-08 05:00"), calendar.EndOfWorkingDay(calendar.At("2026-03-08 04:30")));
        Assert.Equal(calendar.At("2026-03-08 13:00"), calendar.EndOfWorkingDay(calendar.At("2026-03-08 05:30")));
    }

    [Fact]
    public void Without_a_calendar_every_moment_counts()
    {
        var always = BusinessCalendar.AroundTheClock;
        var at = new DateTimeOffset(2026, 3, 7, 23, 30, 0, TimeSpan.Zero);

        Assert.True(always.IsWorkingTime(at));
        Assert.Equal(at.AddHours(50), always.Add(at, BusinessDuration.WorkingHours(50)));
        Assert.Equal(at.AddDays(3), always.Add(at, BusinessDuration.WorkingDays(3)));
    }

    [Fact]
    public void Whatever_cannot_be_worked_out_is_a_named_error_and_never_an_endless_search()
    {
        var once = Calendars.Make("UTC", new WeekHours(), new Holiday("once", "Once") { MakeUpDays = [new MakeUpDay(new DateOnly(2026, 1, 4)) { Hours = ["09:00-10:00"] }] });
        var after = new DateTimeOffset(2026, 1, 4, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal(after, once.AddWorkingTime(after.AddDays(-9), TimeSpan.FromHours(1)));
        foreach (var impossible in new Action[]
        {
            () => once.NextWorkingInstant(after),
            () => once.EndOfWorkingDay(after.AddTicks(1)),
            () => once.Add(after, BusinessDuration.WorkingMinutes(1)),
            () => once.Add(after.AddDays(-9), BusinessDuration.WorkingMinutes(61)),
            () => once.Add(after.AddDays(-9), BusinessDuration.WorkingMinutes(-1)),
            () => once.Add(after, BusinessDuration.WorkingDays(1)),
            () => once.Add(after.AddDays(1), BusinessDuration.WorkingDays(0)),
        })
        {
            Assert.Equal(BusinessTimeException.NoWorkingTime, Assert.Throws<BusinessTimeException>(impossible).Code);
        }
    }

    [Theory]
    [InlineData("1899-12-31 12:00", "1h")]
    [InlineData("2200-01-01 12:00", "1bd")]
    [InlineData("2199-12-31 12:00", "1d")]
    [InlineData("2199-12-31 12:00", "1bd")]
    [InlineData("1900-01-01 12:00", "-1w")]
    [InlineData("1900-01-01 12:00", "-1000000mo")]
    [InlineData("1900-01-01 12:00", "1000000w")]
    [InlineData("1900-01-01 12:00", "1000000d")]
    [InlineData("2100-01-01 12:00", "1000000h")]
    [InlineData("1900-01-01 12:00", "1000000bd")]
    [InlineData("1900-01-01 12:00", "-1bd")]
    [InlineData("2199-06-01 12:00", "1000000bm")]
    [InlineData("1900-06-01 12:00", "-1000000bm")]
    public void Beyond_the_known_years_is_a_named_error(string at, string duration) => Assert.Equal(
        BusinessTimeException.OutOfRange,
        Assert.Throws<BusinessTimeException>(() => BusinessCalendar.AroundTheClock.Add(BusinessCalendar.AroundTheClock.At(at), BusinessDuration.Parse(duration))).Code);

    [Fact]
    public void All_known_years_can_be_used()
    {
        var first = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var last = new DateTimeOffset(2199, 12, 31, 23, 59, 0, TimeSpan.Zero);

        Assert.Equal(last - first, BusinessCalendar.AroundTheClock.Between(first, last));
        Assert.Equal(last, BusinessCalendar.AroundTheClock.AddWorkingTime(first, last - first));
        Assert.Equal(first, BusinessCalendar.AroundTheClock.AddWorkingTime(last, first - last));
    }

    [Fact]
    public async Task Many_threads_may_ask_one_calendar()
    {
        var fresh = Calendars.Make("America/Los_Angeles", Calendars.Office);
        var questions = Enumerable.Range(0, 400).Select(number => new DateTimeOffset(1950 + (number % 200), 6, 15, number % 24, 0, 0, TimeSpan.Zero)).ToList();
        var quiet = Calendars.Make("America/Los_Angeles", Calendars.Office);
        var expected = questions.ConvertAll(at => quiet.Add(at, BusinessDuration.WorkingMinutes(5000)));

        var answers = await Task.WhenAll(questions.Select(at => Task.Run(() => fresh.Add(at, BusinessDuration.WorkingMinutes(5000)))));

        Assert.Equal(expected, answers);
    }
}
