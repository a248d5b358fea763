using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Directory;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>Makes what pages show of an instance out of its rows.</summary>
internal sealed class InstanceViews(
    UnitOfWork work,
    DirectoryStore directories,
    RecordStore store,
    CompiledWorkflows workflows,
    InstancePlanner planner,
    InstanceRecords records)
{
    internal async Task<InstanceDetails> DetailsAsync(Actor actor, WorkflowInstanceRow instance, CancellationToken ct)
    {
        var record = await store.GetAsync(actor, instance.Form, instance.Record, ct);
        var workflow = await workflows.GetAsync(instance.Workflow, instance.WorkflowVersion, ct);
        var state = StoredStates.Read(instance.State);
        var directory = await directories.GetAsync(ct);
        var (events, own) = await work.ReadAsync(
            async (db, token) => (
                await db.InstanceEvents.AsNoTracking().Where(row => row.Instance == instance.Id).OrderBy(row => row.Sequence).ToListAsync(token),
                await db.WorkItems.AsNoTracking()
                    .Where(item => item.Instance == instance.Id && item.Person == actor.Person && item.State == WorkItemState.Open)
                    .OrderBy(item => item.Kind == WorkItemKind.Read)
                    .Select(item => (Guid?)item.Id)
                    .FirstOrDefaultAsync(token)),
            ct);
        return new InstanceDetails(
            instance.Id,
            instance.Status,
            record,
            await planner.ProjectAsync(workflow, state, record, instance.Initiator, ct),
            [.. new TrailEntries(workflow.Definition, directory).Of(events).Reverse()])
        {
            Workflow = instance.Workflow,
            WorkflowLabel = workflow.Definition.Label,
            WorkflowVersion = instance.WorkflowVersion,
            Initiator = instance.Initiator,
            InitiatorName = directory.Person(instance.Initiator)?.Name ?? string.Empty,
            StartedAt = instance.StartedAt,
            BeforeReturn = await records.SubmittedBeforeAsync(instance, ct),
            OwnWorkItem = own,
            MayWithdraw = instance.Initiator == actor.Person && InstanceLifecycle.Allows(instance.Status, InstanceAct.Withdraw),
            MayUrge = instance.Initiator == actor.Person && InstanceLifecycle.Allows(instance.Status, InstanceAct.Urge) && state.OpenWorkItems.Any(item => item.Kind != WorkItemKind.Read),
            Submitted = await this.SubmittedIfChangedAsync(instance, record, workflow.Definition, ct),
            TakeBack = instance.HasResumedParent ? [] : [.. state.WorkItems.Where(item => WorkItemActs.MayTakeBack(workflow, state, item, actor.Person)).Select(item => WorkItemRows.IdOf(instance.Id, item.Number))],
            Incidents = [.. state.Incidents.Select(visit => new StepIncident(visit.Number, visit.ActivityId, LabelOf(workflow.Definition, visit.ActivityId), visit.Incident!.Code, visit.Incident.Message, visit.Incident.At))],
        };
    }

    internal Task<WorkflowPath> PreviewAsync(CompiledWorkflow workflow, Record record, Guid initiator, CancellationToken ct) =>
        planner.ProjectAsync(workflow, null, record, initiator, ct);

    internal static InstanceSummary Summary(WorkflowInstanceRow instance, RecordSummaryText text, IReadOnlyList<string> waitsFor) =>
        new(instance.Id, instance.Form, instance.Record, text.Title)
        {
            Number = text.Number,
            Amount = text.Amount,
            Currency = text.Currency,
            Party = text.Party,
            Status = instance.Status,
            WaitsFor = waitsFor.Count == 0 ? null : string.Join(", ", waitsFor),
            StartedAt = instance.StartedAt,
            ChangedAt = instance.ChangedAt,
            Icon = text.Icon,
        };

    internal static WorkItemSummary Summary(WorkItemRow item, WorkflowInstanceRow instance, RecordSummaryText text, WorkflowDefinition workflow, CompanyDirectory directory) =>
        new(item.Id, instance.Id, instance.Form, instance.Record, text.Title)
        {
            Number = text.Number,
            Amount = text.Amount,
            Currency = text.Currency,
            Party = text.Party,
            PartyId = text.PartyId,
            PartyForm = text.PartyForm,
            Initiator = instance.Initiator,
            InitiatorName = directory.Person(instance.Initiator)?.Name ?? string.Empty,
            Workflow = instance.Workflow,
            Activity = item.Activity,
            ActivityLabel = LabelOf(workflow, item.Activity),
            Kind = item.Kind,
            State = item.State,
            OpenedAt = item.OpenedAt,
            DueAt = item.DueAt,
            Calendar = (workflow.Activities.FirstOrDefault(activity => activity.Id == item.Activity) as PersonStepActivity)?.Deadline?.Calendar ?? workflow.Calendar,
            Person = item.Person,
            PersonName = directory.Person(item.Person)?.Name ?? string.Empty,
            PersonUnit = directory.Person(item.Person) is { } holder ? directory.Unit(holder.Unit)?.Key : null,
            Icon = text.Icon,
        };

    /// <summary>The record as it was submitted, if somebody or a step has changed it since (A9).</summary>
    private async Task<Record?> SubmittedIfChangedAsync(WorkflowInstanceRow instance, Record record, WorkflowDefinition workflow, CancellationToken ct) =>
        instance.SubmittedSnapshot is { } version && record.Version != version && await records.SubmittedAsync(instance, ct) is { } submitted && store.Differ(submitted, record, workflow.Status?.Field)
            ? submitted
            : null;

    internal static string LabelOf(WorkflowDefinition workflow, string activity) =>
        workflow.Activities.FirstOrDefault(candidate => candidate.Id == activity)?.Label ?? activity;
}
