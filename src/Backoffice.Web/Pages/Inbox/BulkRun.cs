using Backoffice.Data.Workflows;
using Workflows.WorkItems;

namespace Backoffice.Web.Pages.Inbox;

/// <summary>A bulk decision under way. Each item is decided by itself; one refusal does not stop the others.</summary>
public sealed class BulkRun(IReadOnlyList<WorkItemSummary> items, WorkItemDecision decision, string? comment, Action changed)
{
    private readonly List<(WorkItemSummary Item, string Refusal)> refused = [];

    public IReadOnlyList<WorkItemSummary> Items => items;

    public WorkItemDecision Decision => decision;

    public string? Comment => comment;

    public int Done { get; private set; }

    public IReadOnlyList<(WorkItemSummary Item, string Refusal)> Refused => this.refused;

    public bool IsOver => this.Done == items.Count;

    /// <summary>An item was decided, or refused with these words.</summary>
    public void Report(WorkItemSummary item, string? refusal)
    {
        this.Done++;
        if (refusal is not null)
        {
            this.refused.Add((item, refusal));
        }

        changed();
    }
}
