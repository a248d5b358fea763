using Backoffice.Data.Instances;
using Forms.BusinessTime;

namespace Backoffice.Web.Pages.Delegations;

/// <summary>A stretch of a row of the cover.</summary>
/// <param name="From">Share of the time shown, from 0.</param>
/// <param name="Share">Share of the time shown, up to 1.</param>
/// <param name="Proxy">Who signs; null for the delegation that is being written, or a gap.</param>
public sealed record CoverBar(double From, double Share, Guid? Proxy, CoverKind Kind);

/// <summary>What a <see cref="CoverBar"/> is.</summary>
public enum CoverKind
{
    InForce,
    Planned,
    Draft,

    /// <summary>Nobody signs although somebody does for another workflow.</summary>
    Gap,
}

/// <summary>
/// Who signs for a person over five weeks, a row for each workflow. Days on which somebody signs for one workflow and nobody for
/// another are gaps: that is how an absence is forgotten for one of them. Pure.
/// </summary>
public sealed class Cover(Guid holder, IReadOnlyList<DelegationRow> delegations, DateTimeOffset from, DateTimeOffset now, BusinessCalendar calendar)
{
    public static readonly TimeSpan Length = TimeSpan.FromDays(35);

    private DateTimeOffset To => from + Length;

    public double Now => Place(now);

    /// <summary>The days of the weeks shown.</summary>
    public IEnumerable<DateTimeOffset> Weeks => Enumerable.Range(0, 5).Select(week => from.AddDays(7 * week));

    /// <summary>The row of a workflow.</summary>
    /// <param name="draft">What is being written; null when nothing is.</param>
    public IReadOnlyList<CoverBar> Row(string workflow, (DateTimeOffset From, DateTimeOffset To)? draft)
    {
        var bars = Of(workflow).Select(row => Bar(row.StartsAt, row.EndsAt, row.Proxy, row.StartsAt <= now ? CoverKind.InForce : CoverKind.Planned)).OfType<CoverBar>().ToList();
        bars.AddRange(Gaps(workflow, draft).Select(gap => Bar(gap.From, gap.To, null, CoverKind.Gap)).OfType<CoverBar>());
        if (draft is { } written && Bar(written.From, written.To, null, CoverKind.Draft) is { } bar)
        {
            bars.Add(bar);
        }

        return bars;
    }

    /// <summary>Working days of the time shown on which the workflow has nobody although another one has.</summary>
    public int GapDays(string workflow, (DateTimeOffset From, DateTimeOffset To)? draft = null) => Gaps(workflow, draft).Sum(gap => Days(gap.From, gap.To));

    /// <summary>Working days between two moments, those begun counted whole.</summary>
    public int Days(DateTimeOffset first, DateTimeOffset last)
    {
        var days = 0;
        for (var at = first; at < last; at = at.AddDays(1))
        {
            var end = at.AddDays(1) < last ? at.AddDays(1) : last;
            days += calendar.Between(at, end) > TimeSpan.Zero ? 1 : 0;
        }

        return days;
    }

    private IEnumerable<DelegationRow> Mine => delegations.Where(row => row.Holder == holder && row.RevokedAt is null && row.EndsAt > from && row.StartsAt < To);

    private IEnumerable<DelegationRow> Of(string workflow) => Mine.Where(row => row.Workflows is null || row.Workflows.Contains($",{workflow},", StringComparison.Ordinal));

    private List<(DateTimeOffset From, DateTimeOffset To)> Gaps(string workflow, (DateTimeOffset From, DateTimeOffset To)? draft)
    {
        var covered = Of(workflow).Select(row => (row.StartsAt, row.EndsAt)).ToList();
        if (draft is { } written)
        {
            covered.Add(written);
        }

        var gaps = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var away in Together(Mine.Select(row => (Later(row.StartsAt, from), Earlier(row.EndsAt, To)))))
        {
            var at = away.From;
            foreach (var (start, end) in covered.Where(part => part.Item2 > away.From && part.Item1 < away.To).OrderBy(part => part.Item1))
            {
                if (start > at)
                {
                    gaps.Add((at, start));
                }

                at = Later(at, end);
            }

            if (at < away.To)
            {
                gaps.Add((at, away.To));
            }
        }

        return gaps;
    }

    /// <summary>Stretches that meet or overlap as one.</summary>
    private static List<(DateTimeOffset From, DateTimeOffset To)> Together(IEnumerable<(DateTimeOffset From, DateTimeOffset To)> parts)
    {
        var together = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var part in parts.OrderBy(part => part.From))
        {
            if (together.Count > 0 && part.From <= together[^1].To)
            {
                together[^1] = (together[^1].From, Later(together[^1].To, part.To));
            }
            else
            {
                together.Add(part);
            }
        }

        return together;
    }

    private CoverBar? Bar(DateTimeOffset start, DateTimeOffset end, Guid? proxy, CoverKind kind)
    {
        var (first, last) = (Place(Later(start, from)), Place(Earlier(end, To)));
        return last > first ? new CoverBar(first, last - first, proxy, kind) : null;
    }

    private double Place(DateTimeOffset at) => (at - from) / Length;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
