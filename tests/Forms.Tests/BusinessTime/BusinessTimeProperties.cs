using Forms.BusinessTime;
using FsCheck;
using FsCheck.Fluent;

namespace Forms.Tests.BusinessTime;

/// <summary>Laws of business time over generated calendars.</summary>
public sealed class BusinessTimeProperties
{
    private const int Margin = 4 * 24 * 60;

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Agrees_with_somebody_who_looks_at_every_minute()
    {
        var cases =
            from sample in RandomCalendars.All
            from minutes in Gen.Choose(Margin, (36 * 24 * 60) - 1).ArrayOf(12)
            from amounts in Gen.Choose(-2000, 2000).ArrayOf(12)
            select (sample, minutes, amounts);

        Check.One(Many.WithMaxTest(100), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var calendar = Calendars.Make(one.sample.Definition);
            var plain = new MinuteByMinute(one.sample.Definition, one.sample.Begin);
            for (var minute = Margin; minute < 36 * 24 * 60; minute++)
            {
                if (plain.IsWorked(minute) != calendar.IsWorkingTime(plain.Moment(minute)))
                {
                    Assert.Fail($"{calendar.Clock(plain.Moment(minute))} is {(plain.IsWorked(minute) ? string.Empty : "not ")}worked.");
                }
            }

            foreach (var (at, amount) in one.minutes.Zip(one.amounts))
            {
                Compare(calendar, plain, at, amount);
            }
        }));
    }

    [Fact]
    public void What_was_added_is_between()
    {
        Check.One(Many, Prop.ForAll(Shifts.ToArbitrary(), one =>
        {
            var due = one.Calendar.AddWorkingTime(one.At, one.First);
            Assert.Equal(one.First, one.Calendar.Between(one.At, due));
            Assert.Equal(-one.First, one.Calendar.Between(due, one.At));
        }));
    }

    [Fact]
    public void Adding_twice_is_adding_the_sum()
    {
        Check.One(Many, Prop.ForAll(Shifts.ToArbitrary(), one => Assert.Equal(
            one.Calendar.AddWorkingTime(one.At, one.First + one.Second),
            one.Calendar.AddWorkingTime(one.Calendar.AddWorkingTime(one.At, one.First), one.Second))));
    }

    [Fact]
    public void Later_moments_and_longer_durations_end_later()
    {
        Check.One(Many, Prop.ForAll(Shifts.ToArbitrary(), one =>
        {
            var later = one.At + one.Apart;
            Assert.True(one.Calendar.AddWorkingTime(one.At, one.First) <= one.Calendar.AddWorkingTime(later, one.First));
            if (one.First >= TimeSpan.Zero)
            {
                Assert.True(one.Calendar.AddWorkingTime(one.At, one.First) <= one.Calendar.AddWorkingTime(one.At, one.First + one.Second));
            }

            for (var days = -6; days < 6; days++)
            {
                var (fewer, more) = (one.Calendar.Add(one.At, BusinessDuration.WorkingDays(days)), one.Calendar.Add(one.At, BusinessDuration.WorkingDays(days + 1)));
                Assert.True(fewer <= more, $"{days} {fewer} {more}");
                if (!one.IsRepeated(one.At) && !one.IsRepeated(later))
                {
                    Assert.True(fewer <= one.Calendar.Add(later, BusinessDuration.WorkingDays(days)), $"{days}");
                }
            }
        }));
    }

    [Fact]
    public void Nothing_ever_ends_outside_working_time()
    {
        Check.One(Many, Prop.ForAll(Shifts.ToArbitrary(), one =>
        {
            var ends = new[]
            {
                one.Calendar.AddWorkingTime(one.At, one.First),
                one.Calendar.AddWorkingTime(one.At, TimeSpan.Zero),
                one.Calendar.Add(one.At, BusinessDuration.WorkingDays(3)),
                one.Calendar.Add(one.At, BusinessDuration.WorkingDays(-3)),
                one.Calendar.EndOfWorkingDay(one.At),
            };

            // The end of hours counts: what is due at 17:30 is due within them.
            Assert.All(ends, end => Assert.True(one.Calendar.IsWorkingTime(end) || one.Calendar.IsWorkingTime(end.AddTicks(-1))));
            Assert.True(one.Calendar.IsWorkingTime(one.Calendar.NextWorkingInstant(one.At)));
        }));
    }

    /// <summary>Two durations of one sign, to the second, and a moment before and after the change of the clocks.</summary>
    private static Gen<Shift> Shifts =>
        from sample in RandomCalendars.All
        where sample.Definition.Hours!.Monday.Concat(sample.Definition.Hours.Thursday).Concat(sample.Definition.Hours.Saturday).Any()
        from at in Gen.Choose(0, 40 * 24 * 3600)
        from apart in Gen.Choose(0, 3 * 24 * 3600)
        from first in Gen.Choose(0, 400_000)
        from second in Gen.Choose(0, 400_000)
        from sign in Gen.Elements(1, -1)
        select new Shift(Calendars.Make(sample.Definition), sample.Begin.AddSeconds(at), TimeSpan.FromSeconds(apart), TimeSpan.FromSeconds(sign * first), TimeSpan.FromSeconds(sign * second));

    private static void Compare(BusinessCalendar calendar, MinuteByMinute plain, int at, int amount)
    {
        var moment = plain.Moment(at);
        var other = Math.Clamp(at + (4 * amount), Margin, 36 * 24 * 60);
        Assert.Equal(plain.Worked(Math.Min(at, other), Math.Max(at, other)), Math.Abs(calendar.Between(moment, plain.Moment(other)).TotalMinutes));
        Same(plain.AddMinutes(at, amount), () => calendar.Add(moment, BusinessDuration.WorkingMinutes(amount)), "minutes");
        Same(plain.AddMinutes(at, 0), () => calendar.Add(moment, BusinessDuration.WorkingMinutes(0)), "nothing");
        Same(plain.Next(at), () => calendar.NextWorkingInstant(moment), "next");
        Same(plain.EndOfDay(at), () => calendar.EndOfWorkingDay(moment), "end");
        var days = (amount % 5) + (amount < 0 ? -1 : 1);
        Same(plain.AddDays(at, days), () => calendar.Add(moment, BusinessDuration.WorkingDays(days)), $"{days} days");

        void Same(int? expected, Func<DateTimeOffset> found, string what)
        {
            if (expected is > Margin and < (36 * 24 * 60) && plain.Moment(expected.Value) != found())
            {
                Assert.Fail($"{what} from {calendar.Clock(moment)}: {calendar.Clock(plain.Moment(expected.Value))} expected, {calendar.Clock(found())} found");
            }
        }
    }

    internal sealed record Shift(BusinessCalendar Calendar, DateTimeOffset At, TimeSpan Apart, TimeSpan First, TimeSpan Second)
    {
        internal bool IsRepeated(DateTimeOffset moment)
        {
            var zone = Calendars.Zone(this.Calendar);
            var local = NodaTime.Instant.FromDateTimeOffset(moment).InZone(zone).LocalDateTime;
            return zone.MapLocal(local) is { Count: 2 } twice && twice.Last().ToDateTimeOffset() == moment;
        }
    }
}
