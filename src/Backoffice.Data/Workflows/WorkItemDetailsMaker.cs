using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Directory;
using Microsoft.EntityFrameworkCore;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>Makes what the page of a work item shows: what may be done, by whom, and where a return may go.</summary>
internal sealed class WorkItemDetailsMaker(UnitOfWork work, RecordStore store, CompiledWorkflows workflows, DirectoryStore directories, TimeProvider time)
{
    internal async Task<WorkItemDetails> OfAsync(
        Actor actor, WorkItemSummary summary, WorkItemRow row, WorkflowInstanceRow instance, InstanceDetails details, CancellationToken ct)
    {
        var workflow = await workflows.GetAsync(instance.Workflow, instance.WorkflowVersion, ct);
        var state = StoredStates.Read(instance.State);
        var directory = await directories.GetAsync(ct);
        var step = workflow.Find(row.Activity) as PersonStepActivity;
        var item = state.FindWorkItem(row.Number);
        var mayAct = row.Person == actor.Person || await this.IsProxyAsync(actor.Person, row, instance, ct);
        var acts = item is null || !mayAct ? [] : WorkItemActs.For(workflow, state, item).Where(act => act is not (WorkItemAct.Reassign or WorkItemAct.Remove)).ToList();
        return new WorkItemDetails(summary, step is null || !mayAct ? details : Visible(store.Form(instance.Form), step, details))
        {
            Because = SignerReason.Parse(row.Because),
            Person = row.Person,
            Actions = Actions(acts, row, details),
            NeedComment = item is null ? new HashSet<WorkItemAction>() : acts.Where(act => WorkItemActs.NeedsComment(workflow, item, act)).Select(ActionOf).ToHashSet(),
            ApproveNeedsComment = step is ApprovalActivity { ApproveNeedsComment: true },
            Step = step,
            ReturnTo = acts.Contains(WorkItemAct.Return) ? Places(workflow, state, row, item!, directory) : [],
            OnBehalfOf = row.Person == actor.Person ? null : directory.Person(row.Person)?.Name,
            BroughtIn = mayAct ? BroughtIn(state, instance, row, directory) : [],
        };
    }

    /// <summary>What the step hides is hidden in the earlier versions, too.</summary>
    private static InstanceDetails Visible(FormDefinition form, PersonStepActivity step, InstanceDetails details) => details with
    {
        Record = StepRights.Visible(form, step, details.Record),
        BeforeReturn = details.BeforeReturn is { } before ? StepRights.Visible(form, step, before) : null,
        Submitted = details.Submitted is { } submitted ? StepRights.Visible(form, step, submitted) : null,
    };

    private static HashSet<WorkItemAction> Actions(IEnumerable<WorkItemAct> acts, WorkItemRow item, InstanceDetails details)
    {
        var actions = acts.Select(ActionOf).ToHashSet();
        if (item is { Kind: WorkItemKind.Revise, State: WorkItemState.Open } && details.MayWithdraw)
        {
            actions.Add(WorkItemAction.Withdraw);
        }

        return actions;
    }

    private static WorkItemAction ActionOf(WorkItemAct act) => Enum.Parse<WorkItemAction>(act.ToString());

    private static List<ReturnPlace> Places(CompiledWorkflow workflow, InstanceState state, WorkItemRow row, WorkItem item, CompanyDirectory directory) =>
    [
        .. ReturnTargets.Of(workflow, state, item.Visit).Select(target => target is null
            ? new ReturnPlace(null, directory.Person(state.Initiator)?.Name ?? string.Empty, [])
            : new ReturnPlace(target, InstanceViews.LabelOf(workflow.Definition, target), Acted(state, row, target, directory))),
    ];

    private static List<string> Acted(InstanceState state, WorkItemRow row, string activity, CompanyDirectory directory) =>
    [
        .. state.WorkItems
            .Where(item => item.ActivityId == activity && item.Number < row.Number && item.State is WorkItemState.Approved or WorkItemState.Done && item.ActivityId == activity)
            .Select(item => directory.Person(item.Person)?.Name)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    private static List<BroughtIn> BroughtIn(InstanceState state, WorkflowInstanceRow instance, WorkItemRow row, CompanyDirectory directory) =>
    [
        .. state.WorkItems
            .Where(item => item.Origin == row.Number && item.State is WorkItemState.Open or WorkItemState.Held && item.Origin == row.Number)
            .Select(item => new BroughtIn(WorkItemRows.IdOf(instance.Id, item.Number), directory.Person(item.Person)?.Name ?? string.Empty, item.Added)),
    ];

    private Task<bool> IsProxyAsync(Guid person, WorkItemRow item, WorkflowInstanceRow instance, CancellationToken ct) => work.ReadAsync(
        (db, token) => DelegationStore.InForce(db.Delegations, time.GetUtcNow())
            .Where(row => row.Holder == item.Person && row.Proxy == person)
            .ForWorkflow(instance.Workflow)
            .AnyAsync(token),
        ct);
}
