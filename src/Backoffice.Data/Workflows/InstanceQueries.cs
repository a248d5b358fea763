using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>What administrators see of instances (A13). Each refuses whoever is no administrator. Thread-safe.</summary>
public sealed class InstanceQueries
{
    private readonly UnitOfWork work;
    private readonly DirectoryStore directories;
    private readonly RecordStore store;
    private readonly PublishedDefinitions definitions;
    private readonly CompiledWorkflows workflows;
    private readonly RecordSummaries summaries;
    private readonly InstanceViews views;
    private readonly TimeProvider time;

    internal InstanceQueries(
        UnitOfWork work,
        DirectoryStore directories,
        RecordStore store,
        PublishedDefinitions definitions,
        CompiledWorkflows workflows,
        RecordSummaries summaries,
        InstanceViews views,
        TimeProvider time) =>
        (this.work, this.directories, this.store, this.definitions, this.workflows, this.summaries, this.views, this.time) =
            (work, directories, store, definitions, workflows, summaries, views, time);

    /// <summary>A page of instances: what is stopped first, then what is due first, then the oldest.</summary>
    /// <exception cref="RefusalException">Forbidden.</exception>
    public async Task<InstancePage> ListAsync(Actor actor, InstanceFilter filter, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var now = this.time.GetUtcNow();
        var records = await this.FoundAsync(actor, filter, ct);
        var (rows, counts, items) = await this.work.ReadAsync(
            async (db, token) =>
            {
                var all = Narrowed(db, filter, records);
                var numbers = new Dictionary<InstanceView, int>();
                foreach (var view in Enum.GetValues<InstanceView>())
                {
                    numbers[view] = await Of(db, all, view, now).CountAsync(token);
                }

                var page = await Of(db, all, filter.View, now)
                    .OrderByDescending(row => row.Incidents > 0)
                    .ThenBy(row => db.WorkItems.Where(item => item.Instance == row.Id && item.State == WorkItemState.Open && item.DueAt != null).Min(item => item.DueAt) == null)
                    .ThenBy(row => db.WorkItems.Where(item => item.Instance == row.Id && item.State == WorkItemState.Open && item.DueAt != null).Min(item => item.DueAt))
                    .ThenByDescending(row => row.EndedAt)
                    .ThenBy(row => row.StartedAt)
                    .Skip(Math.Max(filter.Skip, 0))
                    .Take(Math.Clamp(filter.Take, 1, 200))
                    .ToListAsync(token);
                var ids = page.Select(row => row.Id).ToList();
                var open = await db.WorkItems.AsNoTracking().Where(item => ids.Contains(item.Instance) && item.State == WorkItemState.Open).ToListAsync(token);
                return (page, numbers, open.ToLookup(item => item.Instance));
            },
            ct);
        var texts = await this.summaries.LoadAsync(rows.Select(row => (row.Form, row.Record)), ct);
        var overviews = new List<InstanceOverview>(rows.Count);
        foreach (var row in rows.Where(row => texts.ContainsKey(row.Record)))
        {
            overviews.Add(await this.OverviewAsync(row, texts[row.Record], [.. items[row.Id]], ct));
        }

        return new InstancePage(overviews, counts[filter.View], counts);
    }

    /// <summary>These instances, in no order; those that are gone left out.</summary>
    /// <exception cref="RefusalException">Forbidden.</exception>
    public async Task<IReadOnlyList<InstanceOverview>> OverviewsAsync(Actor actor, IReadOnlyCollection<Guid> instances, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var (rows, items) = await this.work.ReadAsync(
            async (db, token) => (
                await db.Instances.AsNoTracking().Where(row => instances.Contains(row.Id)).ToListAsync(token),
                (await db.WorkItems.AsNoTracking().Where(item => instances.Contains(item.Instance) && item.State == WorkItemState.Open).ToListAsync(token)).ToLookup(item => item.Instance)),
            ct);
        var texts = await this.summaries.LoadAsync(rows.Select(row => (row.Form, row.Record)), ct);
        var overviews = new List<InstanceOverview>(rows.Count);
        foreach (var row in rows.Where(row => texts.ContainsKey(row.Record)))
        {
            overviews.Add(await this.OverviewAsync(row, texts[row.Record], [.. items[row.Id]], ct));
        }

        return overviews;
    }

    /// <summary>One instance with its items, waits and tokens.</summary>
    /// <exception cref="RefusalException">Forbidden; not found.</exception>
    public async Task<InstanceInspection> GetAsync(Actor actor, Guid id, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var (row, rows) = await this.work.ReadAsync(
            async (db, token) => (
                await db.Instances.AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Id == id, token) ?? throw RefusalException.NotFound("The workflow instance"),
                await db.WorkItems.AsNoTracking().Where(item => item.Instance == id).ToListAsync(token)),
            ct);
        var details = await this.views.DetailsAsync(actor, row, ct);
        var texts = await this.summaries.LoadAsync([(row.Form, row.Record)], ct);
        var workflow = await this.workflows.GetAsync(row.Workflow, row.WorkflowVersion, ct);
        var state = StoredStates.Read(row.State);
        var overview = await this.OverviewAsync(row, texts.GetValueOrDefault(row.Record) ?? throw RefusalException.NotFound("The record"), [.. rows.Where(item => item.State == WorkItemState.Open)], ct);
        return new InstanceInspection(details, overview, await this.ItemsAsync(rows, workflow, row.Status, ct))
        {
            Waits = await this.WaitsAsync(state, workflow, ct),
            Tokens = [.. state.Tokens.Select(visit => Token(state, workflow, visit))],
            Acts = InstanceLifecycle.LegalActs(row.Status),
            JumpTo = InstanceLifecycle.Allows(row.Status, InstanceAct.Jump) ? Targets(workflow, null) : [],
            VersionInForce = this.definitions.Current.Find<WorkflowDefinition>(row.Workflow) is null ? row.WorkflowVersion : this.definitions.VersionOf<WorkflowDefinition>(row.Workflow),
        };
    }

    /// <summary>Whether a decision on a work item can be taken back now by the actor, the record not being changed since.</summary>
    public async Task<bool> MayTakeBackAsync(Actor actor, Guid workItem, CancellationToken ct)
    {
        var found = await this.work.ReadAsync(
            async (db, token) => await (from item in db.WorkItems.AsNoTracking()
                                        join instance in db.Instances.AsNoTracking() on item.Instance equals instance.Id
                                        where item.Id == workItem
                                        select new { item.Number, instance }).FirstOrDefaultAsync(token),
            ct);
        if (found is null)
        {
            return false;
        }

        var state = StoredStates.Read(found.instance.State);
        var workflow = await this.workflows.GetAsync(found.instance.Workflow, found.instance.WorkflowVersion, ct);
        return state.FindWorkItem(found.Number) is { } decided && WorkItemActs.MayTakeBack(workflow, state, decided, actor.Person);
    }

    private static IQueryable<WorkflowInstanceRow> Narrowed(BackofficeDb db, InstanceFilter filter, List<Guid>? records)
    {
        var all = db.Instances.AsNoTracking();
        if (filter.Workflow is { } workflow)
        {
            all = all.Where(row => row.Workflow == workflow);
        }

        if (filter.Person is { } person)
        {
            all = all.Where(row => db.WorkItems.Any(item => item.Instance == row.Id && item.Person == person && item.State == WorkItemState.Open));
        }

        return records is null ? all : all.Where(row => records.Contains(row.Record));
    }

    private static IQueryable<WorkflowInstanceRow> Of(BackofficeDb db, IQueryable<WorkflowInstanceRow> all, InstanceView view, DateTimeOffset now) => view switch
    {
        InstanceView.Late => all.Where(row => row.EndedAt == null && row.Status != InstanceStatus.Suspended
            && db.WorkItems.Any(item => item.Instance == row.Id && item.State == WorkItemState.Open && item.DueAt < now)),
        InstanceView.Incidents => all.Where(row => row.EndedAt == null && row.Incidents > 0),
        InstanceView.Suspended => all.Where(row => row.Status == InstanceStatus.Suspended),
        InstanceView.Ended => all.Where(row => row.EndedAt != null),
        _ => all.Where(row => row.EndedAt == null),
    };

    private static InspectedToken Token(InstanceState state, CompiledWorkflow workflow, ActivityVisit visit)
    {
        var tokenState = visit.Incident is not null ? TokenState.Stopped
            : state.OpenWorkItems.Any(item => item.Visit == visit.Number) ? TokenState.Working
            : TokenState.Waiting;
        return new InspectedToken(visit.Number, visit.ActivityId, InstanceViews.LabelOf(workflow.Definition, visit.ActivityId), tokenState)
        {
            JumpTo = state.Status == InstanceStatus.Running && workflow.IndexOf(visit.ActivityId) is { } index ? Targets(workflow, workflow.ForkOf(index)) : [],
        };
    }

    /// <summary>The steps in the branches of a fork, or outside all forks, that an instance can be moved to.</summary>
    private static List<ActivityDefinition> Targets(CompiledWorkflow workflow, int? fork) =>
    [
        .. workflow.Activities.Where((activity, index) => index != workflow.Start && workflow.ForkOf(index) == fork && activity is not global::Workflows.Activities.Join.JoinActivity),
    ];

    private async Task<IReadOnlyList<InspectedItem>> ItemsAsync(List<WorkItemRow> rows, CompiledWorkflow workflow, InstanceStatus status, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        var mayReassign = InstanceLifecycle.Allows(status, InstanceAct.Reassign);
        return
        [
            .. rows.OrderBy(row => row.State is not (WorkItemState.Open or WorkItemState.Held)).ThenByDescending(row => row.Number).Select(row => new InspectedItem(
                row,
                InstanceViews.LabelOf(workflow.Definition, row.Activity),
                directory.Person(row.Person)?.Name ?? string.Empty,
                row.ActedBy is { } proxy ? directory.Person(proxy)?.Name : null)
            {
                Calendar = (workflow.Find(row.Activity) as PersonStepActivity)?.Deadline?.Calendar ?? workflow.Definition.Calendar,
                CanReassign = mayReassign && WorkItemLifecycle.Allows(row.Kind, row.State, WorkItemAct.Reassign),
            }),
        ];
    }

    private async Task<IReadOnlyList<InspectedWait>> WaitsAsync(InstanceState state, CompiledWorkflow workflow, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        return [.. state.Waits.OrderBy(wait => wait.DueAt ?? DateTimeOffset.MaxValue).Select(Inspected)];

        InspectedWait Inspected(PendingWait wait)
        {
            var activity = state.Path.FirstOrDefault(visit => visit.Number == wait.Visit)?.ActivityId ?? string.Empty;
            var tiers = (workflow.Find(activity) as PersonStepActivity)?.Deadline?.Tiers;
            var tier = wait.Tier is { } index && index >= 0 && index < tiers?.Count ? tiers[index].Act : (TierAct?)null;
            var person = wait.WorkItem is { } number && state.FindWorkItem(number) is { } item ? directory.Person(item.Person)?.Name : null;
            return new InspectedWait(wait, activity, InstanceViews.LabelOf(workflow.Definition, activity), tier, person);
        }
    }

    private async Task<InstanceOverview> OverviewAsync(WorkflowInstanceRow row, RecordSummaryText text, IReadOnlyList<WorkItemRow> open, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        var workflow = await this.workflows.GetAsync(row.Workflow, row.WorkflowVersion, ct);
        var waiting = open.Where(item => item.Kind != WorkItemKind.Read).ToList();
        return new InstanceOverview(InstanceViews.Summary(row, text, [.. waiting.Select(item => directory.Person(item.Person)?.Name ?? "–").Distinct(StringComparer.Ordinal)]))
        {
            Workflow = row.Workflow,
            WorkflowLabel = workflow.Definition.Label,
            Version = row.WorkflowVersion,
            InitiatorName = directory.Person(row.Initiator)?.Name ?? string.Empty,
            Steps = row.EndedAt is not null
                ? []
                : [.. StoredStates.Read(row.State).Tokens.Select(visit => visit.ActivityId).Distinct(StringComparer.Ordinal).Select(activity => new StepName(activity, InstanceViews.LabelOf(workflow.Definition, activity)))],
            DueAt = waiting.Min(item => item.DueAt),
            Incidents = row.Incidents,
        };
    }

    /// <summary>Records by what is searched; null when nothing is. Those of every form that a workflow runs on.</summary>
    private async Task<List<Guid>?> FoundAsync(Actor actor, InstanceFilter filter, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return null;
        }

        var found = new List<Guid>();
        foreach (var form in this.definitions.Current.All<WorkflowDefinition>().Where(workflow => filter.Workflow is null || workflow.Key == filter.Workflow).Select(workflow => workflow.Form).Distinct(StringComparer.Ordinal))
        {
            if (this.definitions.Current.Find<FormDefinition>(form) is not null)
            {
                var page = await this.store.ListAsync(actor, new RecordQuery(form) { Search = filter.Search.Trim(), Take = RecordQuery.MostRecords }, ct);
                found.AddRange(page.Records.Select(record => record.Id));
            }
        }

        return found;
    }

    /// <exception cref="RefusalException">Forbidden.</exception>
    private async Task DemandAsync(Actor actor, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        if (!(directory.Person(actor.Person) is { Active: true } person && directory.IsAdministrator(person)))
        {
            throw new RefusalException(RefusalReason.Forbidden, "instance.administrator", "Only an administrator can do this.");
        }
    }
}
