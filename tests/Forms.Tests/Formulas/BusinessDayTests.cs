using Forms.BusinessTime;
using Forms.Formulas;

namespace Forms.Tests.Formulas;

/// <summary>Business days in formulas; the calendar goes to the worker before the first call that needs it.</summary>
public sealed class BusinessDayTests(Pool pool)
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // Sunday 28 September 2025 is worked, 1 to 8 October are not.
    private static readonly WorkingDates Office = new(Weekdays, [new DateOnly(2025, 9, 28)], Enumerable.Range(1, 8).Select(day => new DateOnly(2025, 10, day)));

    [Theory]
    [InlineData("addBusinessDays('2025-09-26', 1)", "2025-09-28")]
    [InlineData("addBusinessDays('2025-09-26', 4)", "2025-10-09")]
    [InlineData("addBusinessDays('2025-10-09', -1)", "2025-09-30")]
    [InlineData("addBusinessDays('2025-10-04', 0)", "2025-10-09")]
    [InlineData("addBusinessDays('2025-09-26T18:00:00.000Z', 1)", "2025-09-28")]
    [InlineData("String(businessDaysBetween('2025-09-26', '2025-10-10'))", "5")]
    [InlineData("String(businessDaysBetween('2025-10-10', '2025-09-26'))", "-5")]
    [InlineData("String(isBusinessDay('2025-09-28')) + isBusinessDay('2025-10-01') + isBusinessDay('2025-09-27')", "truefalsefalse")]
    public async Task Follow_the_calendar_of_the_call(string source, string expected)
    {
        var result = await this.EvaluateAsync(source, Office);

        Assert.Equal(new FormulaResult(expected, null), result);
    }

    [Theory]
    [InlineData("addBusinessDays('2025-09-26', 1.5)", FormulaErrorCodes.Type, "a whole number")]
    [InlineData("addBusinessDays('tomorrow', 1)", FormulaErrorCodes.Type, "needs a date")]
    [InlineData("addBusinessDays('9999-12-31', 1)", FormulaErrorCodes.Overflow, "the years 1 to 9999")]
    public async Task What_cannot_be_is_explained(string source, string code, string words)
    {
        var error = (await this.EvaluateAsync(source, Office)).Error!;

        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_without_working_days_is_an_error_and_not_an_endless_search()
    {
        var error = (await this.EvaluateAsync("addBusinessDays('2025-09-26', 1)", new WorkingDates([], [], []))).Error!;

        Assert.Equal(FormulaErrorCodes.Calendar, error.Code);
    }

    [Fact]
    public async Task Each_call_of_a_batch_has_its_own_calendar_and_one_without_has_none()
    {
        var always = new WorkingDates(Enum.GetValues<DayOfWeek>(), [], []);
        var calls = Enumerable.Range(0, 300).Select(number => Pool.Call("addBusinessDays('2025-09-26', 1)") with
        {
            WorkingDates = (number % 3) switch { 0 => Office, 1 => always, _ => null },
        }).ToList();

        var results = await pool.Workers.EvaluateAsync(calls, CancellationToken.None);

        Assert.Equal(
            ["2025-09-28", "2025-09-27", FormulaErrorCodes.Calendar],
            Enumerable.Range(0, 3).Select(rest => Assert.Single(results.Where((_, number) => number % 3 == rest).Select(result => result.Value as string ?? result.Error!.Code).Distinct())));
    }

    [Fact]
    public async Task More_calendars_than_a_worker_keeps_are_sent_again()
    {
        var calendars = Enumerable.Range(0, 150).Select(number => new WorkingDates(Weekdays, [new DateOnly(2025, 9, 27).AddDays(7 * number)], [])).ToList();
        var calls = Enumerable.Range(0, 600).Select(number => Pool.Call("isBusinessDay(date)", new { date = new DateOnly(2025, 9, 27).AddDays(7 * (number % 150)) }) with { WorkingDates = calendars[number % 150] }).ToList();

        var results = await pool.Workers.EvaluateAsync(calls, CancellationToken.None);

        Assert.All(results, result => Assert.Equal(new FormulaResult(true, null), result));
    }

    [Fact]
    public async Task A_worker_that_replaces_a_killed_one_gets_the_calendar_too()
    {
        var hostile = Pool.Call("var a = []; a[0] = a; return a.toString()") with { WorkingDates = Office };
        var calls = Enumerable.Range(0, 12).Select(number => number % 4 == 1 ? hostile : Pool.Call($"addBusinessDays('2025-09-26', 1) + {number}") with { WorkingDates = Office }).ToList();

        var results = await pool.Workers.EvaluateAsync(calls, CancellationToken.None);

        Assert.All(results.Index().Where(entry => entry.Index % 4 != 1), entry => Assert.Equal(new FormulaResult($"2025-09-28{entry.Index}", null), entry.Item));
    }

    private async Task<FormulaResult> EvaluateAsync(string source, WorkingDates calendar) =>
        (await pool.Workers.EvaluateAsync([Pool.Call(source) with { WorkingDates = calendar }], CancellationToken.None))[0];
}
