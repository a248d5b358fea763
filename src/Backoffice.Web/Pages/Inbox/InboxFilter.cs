using Backoffice.Data.Workflows;
using Backoffice.Web.Components.Workflow;
using Workflows.WorkItems;

namespace Backoffice.Web.Pages.Inbox;

/// <summary>Which items the inbox shows, and in which order. What the address says.</summary>
/// <param name="Form">Key of a form; all when absent.</param>
/// <param name="Sort">One of <see cref="Sorts"/>; what is due first when absent.</param>
public sealed record InboxFilter(string? Form, string? Sort)
{
    /// <summary>What came back to the person for a change.</summary>
    public const string CameBack = "returned";

    public const string Late = "late";

    public const string Today = "today";

    /// <summary>What is only to be read.</summary>
    public const string Copies = "copies";

    /// <summary>What others have asked the person to sign for them.</summary>
    public const string Proxy = "proxy";

    public static IReadOnlyList<string> Sorts { get; } = ["due", "oldest", "newest", "amount"];

    public static IReadOnlyList<string> Kinds { get; } = [Late, Today, CameBack, Proxy, Copies];

    /// <summary>One of <see cref="Kinds"/>; all when absent.</summary>
    public string? Show { get; init; }

    /// <summary>Whether the list is grouped by how near the due moments are.</summary>
    public bool IsGrouped => this.Sort is null or "" or "due";

    /// <summary>Whether an item is of a kind.</summary>
    public static bool IsOf(string kind, WorkItemSummary item, DueState due, Guid me) => kind switch
    {
        CameBack => item.Kind == WorkItemKind.Revise,
        Copies => item.Kind == WorkItemKind.Read,
        Proxy => item.Person != me,
        Late => due == DueState.Late,
        Today => due == DueState.Today,
        _ => true,
    };

    public bool Matches(WorkItemSummary item, DueState due, Guid me) =>
        (string.IsNullOrEmpty(this.Form) || item.Form == this.Form) && (string.IsNullOrEmpty(this.Show) || IsOf(this.Show, item, due, me));

    public IEnumerable<InboxRow> Apply(IEnumerable<InboxRow> rows, Func<WorkItemSummary, DueState> dueOf, Guid me)
    {
        var matching = rows.Where(row => this.Matches(row.Item, dueOf(row.Item), me));
        return this.Sort switch
        {
            "newest" => matching.OrderByDescending(row => row.Item.OpenedAt),
            "amount" => matching.OrderByDescending(row => row.Item.Amount ?? -1).ThenBy(row => row.Item.OpenedAt),
            "oldest" => matching.OrderBy(row => row.Item.OpenedAt),
            _ => matching.OrderBy(row => DueGroups.RankOf(row.Item, dueOf(row.Item))).ThenBy(row => row.Item.DueAt ?? DateTimeOffset.MaxValue).ThenBy(row => row.Item.OpenedAt),
        };
    }

    /// <summary>The address of the inbox with this filter and an item selected.</summary>
    public string Href(Guid? item)
    {
        var query = new List<string>();
        if (!string.IsNullOrEmpty(this.Show))
        {
            query.Add("show=" + Uri.EscapeDataString(this.Show));
        }

        if (!string.IsNullOrEmpty(this.Form))
        {
            query.Add("form=" + Uri.EscapeDataString(this.Form));
        }

        if (!string.IsNullOrEmpty(this.Sort) && this.Sort != Sorts[0])
        {
            query.Add("sort=" + Uri.EscapeDataString(this.Sort));
        }

        if (item is { } id)
        {
            query.Add($"item={id}");
        }

        return query.Count == 0 ? "/inbox" : "/inbox?" + string.Join('&', query);
    }
}
