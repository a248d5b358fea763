using Backoffice.Data.Workflows;
using Workflows.WorkItems;

namespace Backoffice.Web.Pages.Inbox;

/// <summary>Which items the inbox shows, and in which order. What the address says.</summary>
public sealed record InboxFilter(string? Form, string? Sort)
{
    /// <summary>As a form: what came back to the person for a change, of any form.</summary>
    public const string CameBack = "returned";

    public static IReadOnlyList<string> Sorts { get; } = ["oldest", "newest", "amount"];

    public bool Matches(WorkItemSummary item) => this.Form switch
    {
        null or "" => true,
        CameBack => item.Kind == WorkItemKind.Revise,
        _ => item.Form == this.Form,
    };

    public IEnumerable<InboxRow> Apply(IEnumerable<InboxRow> rows)
    {
        var matching = rows.Where(row => this.Matches(row.Item));
        return this.Sort switch
        {
            "newest" => matching.OrderByDescending(row => row.Item.OpenedAt),
            "amount" => matching.OrderByDescending(row => row.Item.Amount ?? -1).ThenBy(row => row.Item.OpenedAt),
            _ => matching.OrderBy(row => row.Item.OpenedAt),
        };
    }

    /// <summary>The address of the inbox with this filter and an item selected.</summary>
    public string Href(Guid? item)
    {
        var query = new List<string>();
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
