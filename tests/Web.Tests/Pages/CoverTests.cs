using Backoffice.Data.Instances;
using Backoffice.Web.Pages.Delegations;
using Forms.BusinessTime;
using Xunit;

namespace Web.Tests.Pages;

public sealed class CoverTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Holder = Guid.NewGuid();

    [Fact]
    public void Days_on_which_only_another_workflow_has_somebody_are_gaps()
    {
        var cover = Of(Row(1, 4, ",contracts,"), Row(1, 2, ",credit,"));
        Assert.Equal(0, cover.GapDays("contracts"));
        Assert.Equal(2, cover.GapDays("credit"));
        Assert.Equal(3, cover.GapDays("orders"));
    }

    [Fact]
    public void What_is_being_written_fills_a_gap()
    {
        var cover = Of(Row(1, 4, ",contracts,"));
        Assert.Equal(0, cover.GapDays("credit", (Monday.AddDays(1), Monday.AddDays(4))));
        Assert.Equal(1, cover.GapDays("credit", (Monday.AddDays(1), Monday.AddDays(3))));
    }

    [Fact]
    public void A_revoked_delegation_covers_nothing() => Assert.Empty(Of(Row(1, 4, null, revoked: true)).Row("contracts", draft: null));

    [Fact]
    public void A_bar_ends_with_the_time_shown()
    {
        var bar = Assert.Single(Of(Row(-10, 90, null)).Row("contracts", draft: null));
        Assert.Equal((0d, 1d), (bar.From, bar.Share));
        Assert.Equal(CoverKind.InForce, bar.Kind);
    }

    private static Cover Of(params DelegationRow[] rows) => new(Holder, rows, Monday, Monday.AddHours(10), BusinessCalendar.AroundTheClock);

    private static DelegationRow Row(int from, int to, string? workflows, bool revoked = false) => new()
    {
        Id = Guid.NewGuid(),
        Holder = Holder,
        Proxy = Guid.NewGuid(),
        StartsAt = Monday.AddDays(from),
        EndsAt = Monday.AddDays(to),
        Workflows = workflows,
        RevokedAt = revoked ? Monday : null,
    };
}
