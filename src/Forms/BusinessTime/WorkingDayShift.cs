using NodaTime;

namespace Forms.BusinessTime;

/// <summary>Goes over whole working days; <see cref="BusinessCalendar.Add"/> says by which rules.</summary>
internal sealed class WorkingDayShift(WorkingPlan plan, WorkingYears years)
{
    /// <param name="moment">Ticks of UTC.</param>
    /// <param name="days">Not zero.</param>
    internal long Add(long moment, int days)
    {
        var clock = plan.Clock(moment);
        if (this.WorkingDateOf(moment, clock.Date.ToDateOnly()) is not { } date)
        {
            var spans = this.Reached(clock.Date.ToDateOnly(), days);
            return days > 0 ? spans.Hours[^1].End : spans.Hours[0].Start;
        }

        var (target, hours) = this.Reached(date, days);
        var sameTime = WorkingPlan.LocalDateTime(target) + (clock - WorkingPlan.LocalDateTime(date));
        return Inside(hours, plan.At(sameTime), forward: days > 0);
    }

    /// <summary>The working date that a moment belongs to: that of the shift it lies in, or else its own; null when that is not worked.</summary>
    private DateOnly? WorkingDateOf(long moment, DateOnly own)
    {
        var next = years.FirstEndingAfter(moment);
        var last = years.LastBeginningUntil(moment);
        if (last is { } begun && (moment <= begun.End || begun.Date == next?.Date))
        {
            return begun.Date;
        }

        return last?.Date == own || next?.Date == own ? own : null;
    }

    private (DateOnly Date, List<(long Start, long End)> Hours) Reached(DateOnly from, int days)
    {
        var date = plan.Dates.Add(from, days);
        return date.Year is >= BusinessCalendar.FirstYear and <= BusinessCalendar.LastYear
            ? (date, plan.Spans(date))
            : throw new BusinessTimeException(
                BusinessTimeException.OutOfRange,
                $"Business calendars know the years {BusinessCalendar.FirstYear} to {BusinessCalendar.LastYear}; the working day lies beyond.");
    }

    private static long Inside(List<(long Start, long End)> hours, long moment, bool forward)
    {
        if (moment <= hours[0].Start)
        {
            return hours[0].Start;
        }

        var before = hours.FindLast(span => span.Start <= moment);
        return moment <= before.End ? moment
            : forward || before == hours[^1] ? before.End
            : hours.Find(span => span.Start > moment).Start;
    }
}
