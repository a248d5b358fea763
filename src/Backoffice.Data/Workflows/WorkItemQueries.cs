using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>What people see of workflows: inbox, what they sent, a work item, the workflow of a record.</summary>
public sealed class WorkItemQueries
{
    /// <summary>How many ended instances <see cref="SentAsync"/> gives, the latest first.</summary>
    private const int EndedShown = 10;

    private readonly UnitOfWork work;
    private readonly DirectoryStore directories;
    private readonly RecordStore store;
    private readonly CompiledWorkflows workflows;
    private readonly RecordSummaries summaries;
    private readonly InstanceViews views;
    private readonly WorkItemDetailsMaker details;
    private readonly TimeProvider time;

    internal WorkItemQueries(
        UnitOfWork work, DirectoryStore directories, RecordStore store, CompiledWorkflows workflows, RecordSummaries summaries, InstanceViews views, WorkItemDetailsMaker details, TimeProvider time) =>
        (this.work, this.directories, this.store, this.workflows, this.summaries, this.views, this.details, this.time) =
            (work, directories, store, workflows, summaries, views, details, time);

    /// <summary>
    /// The open work items of a person, and of those for whom the person acts by a standing delegation: what is due first, then
    /// what waits longest.
    /// </summary>
    public async Task<IReadOnlyList<WorkItemSummary>> InboxAsync(Guid person, CancellationToken ct)
    {
        var rows = await this.work.ReadAsync(
            (db, token) => (from item in this.OpenFor(db, person)
                            join instance in db.Instances.AsNoTracking() on item.Instance equals instance.Id
                            where instance.Status != InstanceStatus.Suspended
                            orderby item.DueAt == null, item.DueAt, item.OpenedAt, item.Id
                            select new { item, instance }).ToListAsync(token),
            ct);
        return await this.SummariseAsync([.. rows.Select(row => (row.item, row.instance))], ct);
    }

    /// <summary>How many work items wait for a person.</summary>
    public Task<int> CountAsync(Guid person, CancellationToken ct) =>
        this.work.ReadAsync((db, token) => this.OpenFor(db, person).CountAsync(item => db.Instances.Any(instance => instance.Id == item.Instance && instance.Status != InstanceStatus.Suspended), token), ct);

    /// <summary>What a person submitted: all that is under way, and the latest that ended.</summary>
    public async Task<IReadOnlyList<InstanceSummary>> SentAsync(Guid person, CancellationToken ct)
    {
        var (instances, waiting) = await this.work.ReadAsync(
            async (db, token) =>
            {
                var own = db.Instances.AsNoTracking().Where(row => row.Initiator == person);
                var open = await own.Where(row => row.EndedAt == null).OrderByDescending(row => row.ChangedAt).ToListAsync(token);
                var ended = await own.Where(row => row.EndedAt != null).OrderByDescending(row => row.EndedAt).Take(EndedShown).ToListAsync(token);
                var ids = open.Select(row => row.Id).ToList();
                var items = await db.WorkItems.AsNoTracking()
                    .Where(item => ids.Contains(item.Instance) && item.State == WorkItemState.Open)
                    .Select(item => new { item.Instance, item.Person })
                    .ToListAsync(token);
                return (open.Concat(ended).ToList(), items.ToLookup(item => item.Instance, item => item.Person));
            },
            ct);
        var directory = await this.directories.GetAsync(ct);
        var texts = await this.summaries.LoadAsync(instances.Select(row => (row.Form, row.Record)), ct);
        return [.. instances.Where(row => texts.ContainsKey(row.Record)).Select(row => InstanceViews.Summary(row, texts[row.Record], [.. waiting[row.Id].Select(id => directory.Person(id)?.Name ?? "–")]))];
    }

    /// <summary>A work item with record, path and trail. Whoever may read the record may look at it.</summary>
    /// <exception cref="RefusalException">Not found.</exception>
    public async Task<WorkItemDetails> GetAsync(Actor actor, Guid workItem, CancellationToken ct)
    {
        var (item, instance) = await this.work.ReadAsync(
            async (db, token) =>
            {
                var row = await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Id == workItem, token) ?? throw RefusalException.NotFound("The work item");
                return (row, await db.Instances.AsNoTracking().FirstAsync(candidate => candidate.Id == row.Instance, token));
            },
            ct);
        var view = await this.views.DetailsAsync(actor, instance, ct);
        var summary = (await this.SummariseAsync([(item, instance)], ct)).FirstOrDefault() ?? throw RefusalException.NotFound("The record of this work item");
        return await this.details.OfAsync(actor, summary, item, instance, view, ct);
    }

    /// <summary>The latest instance of a record; null when it was never submitted.</summary>
    public async Task<InstanceDetails?> ForRecordAsync(Actor actor, string form, Guid record, CancellationToken ct)
    {
        var instance = await this.work.ReadAsync(
            (db, token) => db.Instances.AsNoTracking()
                .Where(row => row.Form == form && row.Record == record)
                .OrderByDescending(row => row.StartedAt)
                .FirstOrDefaultAsync(token),
            ct);
        return instance is null ? null : await this.views.DetailsAsync(actor, instance, ct);
    }

    /// <summary>The path and the signers if the actor submitted the record now; null when the form has no workflow.</summary>
    public async Task<WorkflowPath?> PreviewAsync(Actor actor, string form, Guid record, CancellationToken ct)
    {
        var workflow = await this.workflows.ForFormAsync(form, ct);
        return workflow is null ? null : await this.views.PreviewAsync(workflow.Value.Workflow, await this.store.GetAsync(actor, form, record, ct), actor.Person, ct);
    }

    /// <summary>One's own items, and those of people for whom one acts. A copy is for its reader alone.</summary>
    private IQueryable<WorkItemRow> OpenFor(BackofficeDb db, Guid person)
    {
        var delegations = DelegationStore.InForce(db.Delegations, this.time.GetUtcNow()).Where(row => row.Proxy == person);
        return db.WorkItems.AsNoTracking().Where(item => item.State == WorkItemState.Open
            && (item.Person == person
                || (item.Kind != WorkItemKind.Read
                    && delegations.Any(row => row.Holder == item.Person
                        && (row.Workflows == null || db.Instances.Any(instance => instance.Id == item.Instance && row.Workflows.Contains("," + instance.Workflow + ",")))))));
    }

    private async Task<IReadOnlyList<WorkItemSummary>> SummariseAsync(IReadOnlyList<(WorkItemRow Item, WorkflowInstanceRow Instance)> rows, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        var texts = await this.summaries.LoadAsync(rows.Select(row => (row.Instance.Form, row.Instance.Record)), ct);
        var result = new List<WorkItemSummary>(rows.Count);
        foreach (var (item, instance) in rows)
        {
            if (texts.TryGetValue(instance.Record, out var text))
            {
                var workflow = await this.workflows.GetAsync(instance.Workflow, instance.WorkflowVersion, ct);
                result.Add(InstanceViews.Summary(item, instance, text, workflow.Definition, directory));
            }
        }

        return result;
    }
}
