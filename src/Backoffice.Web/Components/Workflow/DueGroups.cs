using Backoffice.Data.Workflows;
using Workflows.WorkItems;

namespace Backoffice.Web.Components.Workflow;

/// <summary>Work items that are due about as soon.</summary>
/// <param name="Key">Suffix of the words: <c>due.group.{Key}</c>.</param>
/// <param name="Hue">Class of the head; empty for neutral.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Items">What is due first, first.</param>
public sealed record DueGroup(string Key, string Hue, string Icon, IReadOnlyList<WorkItemSummary> Items);

/// <summary>Groups what waits: late, due today, later, without a deadline, and copies to read. Empty groups are left out.</summary>
public static class DueGroups
{
    /// <summary>From here on, waiting without a deadline is worth a colour.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromDays(2);

    private static readonly (string Key, string Hue, string Icon)[] Heads =
        [("late", "late", "warning"), ("today", "soon", "clock"), ("later", "", "calendar"), ("none", "", "inbox"), ("copies", "", "copy")];

    /// <summary>Place of the group of an item, from 0.</summary>
    public static int RankOf(WorkItemSummary item, DueState due) => item.Kind == WorkItemKind.Read ? 4 : due switch
    {
        DueState.Late => 0,
        DueState.Today => 1,
        DueState.Later => 2,
        _ => 3,
    };

    public static DueGroup Empty(int rank) => new(Heads[rank].Key, Heads[rank].Hue, Heads[rank].Icon, []);

    public static IReadOnlyList<DueGroup> Of(IEnumerable<WorkItemSummary> items, Func<WorkItemSummary, DueState> dueOf) =>
    [
        .. items.GroupBy(item => RankOf(item, dueOf(item))).OrderBy(group => group.Key).Select(group => Empty(group.Key) with
        {
            Items = [.. group.OrderBy(item => item.DueAt ?? DateTimeOffset.MaxValue).ThenBy(item => item.OpenedAt)],
        }),
    ];
}
