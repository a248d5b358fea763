using System.Runtime.InteropServices;

namespace Forms.BusinessTime;

/// <summary>
/// The working hours of all dates of a year as one list of spans that do not overlap, with the time worked before each: so
/// every question is a binary search. Moments and lengths are ticks. Immutable, thread-safe.
/// </summary>
internal sealed class WorkingYear
{
    private readonly long[] starts;
    private readonly long[] ends;
    private readonly long[] before;
    private readonly DateOnly[] dates;

    internal WorkingYear(WorkingPlan plan, int year)
    {
        var (spans, of) = (new List<(long Start, long End)>(), new List<DateOnly>());
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
        {
            foreach (var span in plan.Spans(date))
            {
                spans.Add(span);
                of.Add(date);
            }
        }

        this.starts = [.. spans.Select(span => span.Start)];
        this.ends = [.. spans.Select(span => span.End)];
        this.dates = [.. of];
        this.before = new long[spans.Count];
        for (var index = 0; index < spans.Count; index++)
        {
            this.before[index] = this.Total;
            this.Total += this.ends[index] - this.starts[index];
        }
    }

    /// <summary>Time worked in the whole year.</summary>
    internal long Total { get; }

    internal int Count => this.starts.Length;

    internal WorkingSpan this[int index] => new(this.starts[index], this.ends[index], this.dates[index]);

    /// <summary>Time of this year worked until a moment.</summary>
    internal long WorkedUntil(long moment)
    {
        var index = this.FirstEndingAfter(moment);
        return index == this.Count ? this.Total : this.before[index] + Math.Max(0, moment - this.starts[index]);
    }

    /// <summary>The first moment by which so much of the year has been worked; at least one tick of it.</summary>
    internal long FirstMomentWith(long worked)
    {
        var index = Array.BinarySearch(this.before, worked);
        index = (index >= 0 ? index : ~index) - 1;
        return this.starts[index] + worked - this.before[index];
    }

    /// <summary>The last moment by which no more of the year has been worked; less than all of it.</summary>
    internal long LastMomentWith(long worked)
    {
        var index = Array.BinarySearch(this.before, worked);
        index = index >= 0 ? index : ~index - 1;
        return this.starts[index] + worked - this.before[index];
    }

    /// <summary>Index of the first span that ends after a moment; the number of spans when none does.</summary>
    internal int FirstEndingAfter(long moment)
    {
        var index = Array.BinarySearch(this.ends, moment);
        return index >= 0 ? index + 1 : ~index;
    }
}

/// <summary>Working hours in one piece, and the date that they belong to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WorkingSpan(long Start, long End, DateOnly Date);
