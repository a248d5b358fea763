using Backoffice.Data.Workflows;
using Backoffice.Web.Components.Workflow;
using Workflows.WorkItems;
using Xunit;

namespace Web.Tests.Pages;

public sealed class DueGroupsTests
{
    [Fact]
    public void Late_comes_first_and_copies_last_whatever_is_due()
    {
        var (copy, none, late, today) = (Item(WorkItemKind.Read, 0), Item(WorkItemKind.Approve, null), Item(WorkItemKind.Approve, -3), Item(WorkItemKind.FillIn, 2));
        var states = new Dictionary<Guid, DueState> { [copy.Id] = DueState.Late, [none.Id] = DueState.None, [late.Id] = DueState.Late, [today.Id] = DueState.Today };
        Assert.Equal(["late", "today", "none", "copies"], DueGroups.Of([copy, none, late, today], item => states[item.Id]).Select(group => group.Key));
    }

    [Fact]
    public void Within_a_group_what_is_due_first_is_first()
    {
        var (second, first) = (Item(WorkItemKind.Approve, -1), Item(WorkItemKind.Approve, -5));
        Assert.Equal([first, second], DueGroups.Of([second, first], _ => DueState.Late).Single().Items);
    }

    private static WorkItemSummary Item(WorkItemKind kind, int? due) => new(Guid.NewGuid(), Guid.NewGuid(), "contract", Guid.NewGuid(), "A contract")
    {
        Workflow = "w",
        Activity = "a",
        ActivityLabel = "A",
        Icon = "stamp",
        Kind = kind,
        DueAt = due is { } hours ? DateTimeOffset.UnixEpoch.AddHours(hours) : null,
    };
}
