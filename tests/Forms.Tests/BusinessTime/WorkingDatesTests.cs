using Forms.BusinessTime;
using FsCheck;
using FsCheck.Fluent;

namespace Forms.Tests.BusinessTime;

public sealed class WorkingDatesTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    [Fact]
    public void Counts_and_steps_like_somebody_with_a_wall_calendar()
    {
        var cases =
            from week in Gen.Elements(Enum.GetValues<DayOfWeek>()).ListOf()
            from worked in Gen.Choose(0, 120).ListOf()
            from free in Gen.Choose(0, 120).ListOf()
            from at in Gen.Choose(30, 90)
            from days in Gen.Choose(-25, 25)
            select (Week: week.ToHashSet(), Worked: worked.ToHashSet(), Free: free.Except(worked).ToHashSet(), At: at, Days: days);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var dates = new WorkingDates(one.Week, one.Worked.Select(Start.AddDays), one.Free.Select(Start.AddDays));
            bool IsWorked(int day) => one.Worked.Contains(day) || (!one.Free.Contains(day) && one.Week.Contains(Start.AddDays(day).DayOfWeek));

            for (var day = 0; day <= 120; day++)
            {
                Assert.Equal(IsWorked(day), dates.IsWorkingDate(Start.AddDays(day)));
            }

            Assert.Equal(Enumerable.Range(one.At + 1, 120 - one.At).Count(IsWorked), dates.Between(Start.AddDays(one.At), Start.AddDays(120)));
            Assert.Equal(-dates.Between(Start.AddDays(one.At), Start.AddDays(120)), dates.Between(Start.AddDays(120), Start.AddDays(one.At)));
            var steps = one.Days switch
            {
                > 0 => Enumerable.Range(one.At + 1, 120 - one.At).Where(IsWorked).Skip(one.Days - 1),
                < 0 => Enumerable.Range(0, one.At).Reverse().Where(IsWorked).Skip(-one.Days - 1),
                _ => Enumerable.Range(one.At, 120 - one.At + 1).Where(IsWorked),
            };
            if (steps.Any())
            {
                Assert.Equal(Start.AddDays(steps.First()), dates.Add(Start.AddDays(one.At), one.Days));
            }
        }));
    }

    [Fact]
    public void A_date_that_does_not_exist_is_a_named_error()
    {
        var never = new WorkingDates([], [new DateOnly(2026, 1, 4)], []);
        var always = new WorkingDates(Enum.GetValues<DayOfWeek>(), [], []);

        Assert.Equal(new DateOnly(2026, 1, 4), never.Add(new DateOnly(2026, 1, 1), 1));
        Assert.Equal(BusinessTimeException.NoWorkingTime, Assert.Throws<BusinessTimeException>(() => never.Add(new DateOnly(2026, 1, 4), 1)).Code);
        Assert.Equal(BusinessTimeException.NoWorkingTime, Assert.Throws<BusinessTimeException>(() => never.Add(new DateOnly(2026, 1, 4), -1)).Code);
        Assert.Equal(BusinessTimeException.OutOfRange, Assert.Throws<BusinessTimeException>(() => always.Add(new DateOnly(9999, 12, 31), 1)).Code);
        Assert.Equal(BusinessTimeException.OutOfRange, Assert.Throws<BusinessTimeException>(() => always.Add(new DateOnly(1, 1, 1), -1)).Code);
        Assert.Equal(new DateOnly(9999, 12, 31), always.Add(new DateOnly(1, 1, 1), 3_652_058));
    }
}
