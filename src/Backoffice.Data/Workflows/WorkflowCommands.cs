using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>
/// What people do with workflows, the same for pages, API and command line. Each command plans without a lock and
/// commits in one transaction; if instance or record changed meanwhile, it plans again. Thread-safe.
/// </summary>
public sealed class WorkflowCommands
{
    private const int Attempts = 5;

    private readonly UnitOfWork work;
    private readonly RecordStore store;
    private readonly CompiledWorkflows workflows;
    private readonly InstancePlanner planner;
    private readonly InstanceCommit commit;
    private readonly InstanceRecords records;

    internal WorkflowCommands(UnitOfWork work, RecordStore store, CompiledWorkflows workflows, InstancePlanner planner, InstanceCommit commit, InstanceRecords records) =>
        (this.work, this.store, this.workflows, this.planner, this.commit, this.records) = (work, store, workflows, planner, commit, records);

    /// <summary>Submits a saved record for approval.</summary>
    /// <param name="version">Of the record as the person saw it.</param>
    /// <returns>Id of the new instance.</returns>
    /// <exception cref="RefusalException">Conflict (changed meanwhile), invalid (rules of the form do not hold), invalid state, forbidden, not found.</exception>
    public async Task<Guid> SubmitAsync(Actor actor, string form, Guid record, long version, string? comment, CancellationToken ct)
    {
        var plan = await this.RunAsync(
            async () =>
            {
                var current = await this.store.GetAsync(actor, form, record, ct);
                await this.CheckSubmitAsync(actor, current, version, ct);
                var workflow = await this.workflows.ForFormAsync(form, ct)
                    ?? throw new RefusalException(RefusalReason.InvalidState, "workflow.none", "Records of this form need no approval: no workflow is published for them.");
                return await this.planner.PlanAsync(actor, null, workflow, current, new StartInstance(actor.Person), comment, ct);
            },
            ct);
        return plan.InstanceId;
    }

    /// <summary>Decides a work item.</summary>
    /// <exception cref="RefusalException">Invalid state (decided already, comment missing), forbidden (not this person's), not found.</exception>
    public async Task<DecisionResult> DecideAsync(Actor actor, Guid workItem, WorkItemDecision decision, ResumeMode resume, string? comment, CancellationToken ct)
    {
        var plan = await this.RunAsync(
            async () =>
            {
                var (item, instance) = await this.FindAsync(workItem, ct);
                return await this.PlanAsync(actor, instance, new CompleteWorkItem(item.Number, actor.Person, decision, comment, resume), comment, ct);
            },
            ct);
        return new DecisionResult(plan.InstanceId, plan.State.Status);
    }

    /// <summary>Sends a returned instance on its way again, with the record as it is now.</summary>
    /// <param name="workItem">The initiator's work item of kind <see cref="WorkItemKind.Revise"/>.</param>
    public Task ResubmitAsync(Actor actor, Guid workItem, string? comment, CancellationToken ct) => this.RunAsync(
        async () =>
        {
            var (_, instance) = await this.FindAsync(workItem, ct);
            var problems = await this.store.CheckAsync(await this.store.GetAsync(actor, instance.Form, instance.Record, ct), ct);
            return problems.Count > 0
                ? throw RefusalException.Invalid(problems)
                : await this.PlanAsync(actor, instance, new Resubmit(actor.Person, comment), comment, ct);
        },
        ct);

    /// <summary>The initiator takes an instance back; the record can be edited again.</summary>
    public Task WithdrawAsync(Actor actor, Guid instance, string? comment, CancellationToken ct) => this.RunAsync(
        async () => await this.PlanAsync(actor, await this.InstanceAsync(instance, ct), new Withdraw(actor.Person, comment), comment, ct),
        ct);

    private async Task CheckSubmitAsync(Actor actor, Record current, long version, CancellationToken ct)
    {
        if (!(await this.store.RightsAsync(actor, current.Form, current, ct)).Contains(RecordRight.Edit))
        {
            throw new RefusalException(RefusalReason.Forbidden, "record.edit", "Submitting needs the right to edit this record.");
        }

        if (current.Version != version)
        {
            throw new RefusalException(RefusalReason.Conflict, "record.changed", $"The record is at version {current.Version}, you saw version {version}. Look at the changes and submit again.");
        }

        if (current.LockedBy is not null)
        {
            throw new RefusalException(RefusalReason.InvalidState, "record.in-approval", "Expected a record that is not in approval, but found that it was submitted already.");
        }

        var problems = await this.store.CheckAsync(current, ct);
        if (problems.Count > 0)
        {
            throw RefusalException.Invalid(problems);
        }
    }

    private async Task<InstancePlan> PlanAsync(Actor actor, WorkflowInstanceRow instance, WorkflowCommand command, string? comment, CancellationToken ct)
    {
        var workflow = await this.workflows.GetAsync(instance.Workflow, instance.WorkflowVersion, ct);
        var record = await this.records.LoadAsync(instance.Form, instance.Record, ct) ?? throw RefusalException.NotFound("The record");
        return await this.planner.PlanAsync(actor, instance, (workflow, instance.WorkflowVersion), record, command, comment, ct);
    }

    /// <summary>Plan and commit; once more when somebody was quicker.</summary>
    private async Task<InstancePlan> RunAsync(Func<Task<InstancePlan>> makePlan, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = await makePlan();
            await this.planner.DemandActiveAsync(plan.Actor, ct);
            try
            {
                await this.work.RunAsync((db, token) => this.commit.WriteAsync(db, plan, token), ct, retry: false);
                return plan;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody committed between plan and commit. The next plan sees what they did.
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new RefusalException(RefusalReason.Conflict, "instance.busy", "Others kept changing this at the same moment. Nothing was done; try again.");
            }
        }
    }

    private Task<(WorkItemRow Item, WorkflowInstanceRow Instance)> FindAsync(Guid workItem, CancellationToken ct) => this.work.ReadAsync(
        async (db, token) =>
        {
            var item = await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(row => row.Id == workItem, token) ?? throw RefusalException.NotFound("The work item");
            var instance = await db.Instances.AsNoTracking().FirstAsync(row => row.Id == item.Instance, token);
            return (item, instance);
        },
        ct);

    private Task<WorkflowInstanceRow> InstanceAsync(Guid instance, CancellationToken ct) => this.work.ReadAsync(
        async (db, token) => await db.Instances.AsNoTracking().FirstOrDefaultAsync(row => row.Id == instance, token) ?? throw RefusalException.NotFound("The workflow instance"),
        ct);
}
