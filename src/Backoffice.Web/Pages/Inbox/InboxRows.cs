using Backoffice.Data.Workflows;
using Workflows.WorkItems;

namespace Backoffice.Web.Pages.Inbox;

/// <summary>
/// The rows that a person reads, which do not jump while they are read: what others decide fades in place, what is new
/// waits to be shown, what the person decides leaves at once. Not thread-safe: used by one page.
/// </summary>
public sealed class InboxRows
{
    private readonly HashSet<Guid> decided = [];
    private readonly HashSet<Guid> ticked = [];
    private List<InboxRow> shown = [];
    private IReadOnlyList<WorkItemSummary> latest = [];

    public IReadOnlyList<InboxRow> Shown => this.shown;

    /// <summary>How many items came since the rows were last shown anew.</summary>
    public int News => this.latest.Count(item => this.shown.TrueForAll(row => row.Item.Id != item.Id));

    /// <summary>Ticked rows that are still open.</summary>
    public IReadOnlyList<WorkItemSummary> Ticked => [.. this.shown.Where(row => !row.IsGone && this.ticked.Contains(row.Item.Id)).Select(row => row.Item)];

    /// <summary>Of these, what can be decided from the list.</summary>
    public IReadOnlyList<WorkItemSummary> Decidable => [.. this.Ticked.Where(item => item.Kind == WorkItemKind.Approve)];

    public bool IsTicked(Guid id) => this.ticked.Contains(id);

    public void Tick(Guid id, bool on)
    {
        if (on)
        {
            this.ticked.Add(id);
        }
        else
        {
            this.ticked.Remove(id);
        }
    }

    public void ClearTicks() => this.ticked.Clear();

    /// <summary>The person is about to decide this one: its leaving is no news.</summary>
    public void Deciding(Guid id) => this.decided.Add(id);

    /// <summary>The decision did not happen.</summary>
    public void NotDecided(Guid id) => this.decided.Remove(id);

    /// <summary>Shows the list as it is.</summary>
    public void ShowAll(IReadOnlyList<WorkItemSummary> items)
    {
        this.latest = items;
        this.shown = [.. items.Select(item => new InboxRow(item))];
        this.ticked.IntersectWith(items.Select(item => item.Id));
    }

    /// <inheritdoc cref="ShowAll(IReadOnlyList{WorkItemSummary})"/>
    public void ShowAll() => this.ShowAll(this.latest);

    /// <summary>Takes a newer list without moving what is being read.</summary>
    public void Take(IReadOnlyList<WorkItemSummary> items)
    {
        this.latest = items;
        var open = items.ToDictionary(item => item.Id);
        this.shown = [.. this.shown
            .Where(row => open.ContainsKey(row.Item.Id) || !this.decided.Contains(row.Item.Id))
            .Select(row => open.TryGetValue(row.Item.Id, out var item) ? new InboxRow(item) : row with { IsGone = true })];
        if (this.shown.Count == 0)
        {
            this.ShowAll();
        }
    }
}
