using Backoffice.Data.Workflows;
using Backoffice.Web.Pages.Inbox;
using Workflows.WorkItems;
using Xunit;

namespace Web.Tests.Pages;

public sealed class InboxRowsTests
{
    private readonly InboxRows rows = new();
    private readonly WorkItemSummary first = Item("first");
    private readonly WorkItemSummary second = Item("second");
    private readonly WorkItemSummary third = Item("third");

    [Fact]
    public void What_others_decide_fades_where_it_is()
    {
        this.rows.ShowAll([this.first, this.second, this.third]);
        this.rows.Take([this.first, this.third]);
        Assert.Equal([false, true, false], this.rows.Shown.Select(row => row.IsGone));
        Assert.Equal(0, this.rows.News);
    }

    [Fact]
    public void What_the_person_decides_leaves_at_once()
    {
        this.rows.ShowAll([this.first, this.second]);
        this.rows.Deciding(this.first.Id);
        this.rows.Take([this.second]);
        Assert.Equal([this.second], this.rows.Shown.Select(row => row.Item));
    }

    [Fact]
    public void A_decision_that_did_not_happen_is_not_counted_as_the_persons()
    {
        this.rows.ShowAll([this.first, this.second]);
        this.rows.Deciding(this.first.Id);
        this.rows.NotDecided(this.first.Id);
        this.rows.Take([this.second]);
        Assert.True(this.rows.Shown[0].IsGone);
    }

    [Fact]
    public void What_is_new_waits_until_it_is_asked_for()
    {
        this.rows.ShowAll([this.first]);
        this.rows.Take([this.first, this.second, this.third]);
        Assert.Single(this.rows.Shown);
        Assert.Equal(2, this.rows.News);

        this.rows.ShowAll();
        Assert.Equal(3, this.rows.Shown.Count);
        Assert.Equal(0, this.rows.News);
    }

    [Fact]
    public void An_empty_list_shows_what_is_new_at_once()
    {
        this.rows.ShowAll([]);
        this.rows.Take([this.first]);
        Assert.Single(this.rows.Shown);
    }

    [Fact]
    public void Only_open_items_to_approve_can_be_decided_from_the_list()
    {
        var back = Item("back") with { Kind = WorkItemKind.Revise };
        this.rows.ShowAll([this.first, this.second, back]);
        foreach (var id in new[] { this.first.Id, this.second.Id, back.Id })
        {
            this.rows.Tick(id, on: true);
        }

        this.rows.Take([this.first, back]);
        Assert.Equal([this.first, back], this.rows.Ticked);
        Assert.Equal([this.first], this.rows.Decidable);
    }

    private static WorkItemSummary Item(string title) =>
        new(Guid.NewGuid(), Guid.NewGuid(), "contract", Guid.NewGuid(), title) { Workflow = "w", Activity = "a", ActivityLabel = "A", Icon = "stamp" };
}
