using Backoffice.Data.Definitions;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Conditions;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Activities.Start;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// Starts sub-workflows and workflows with triggers, and tells parents of the end. The entry of the outbox is marked in the
/// same transaction, so each is done once whatever happens.
/// </summary>
internal sealed class InstanceStarter(
    UnitOfWork work, InstanceCommands commands, CompiledWorkflows workflows, InstanceRecords records, ConditionEvaluator conditions, PublishedDefinitions definitions, TimeProvider time)
{
    private static readonly Actor Product = Actor.System(ChangeSource.Workflow);

    /// <exception cref="RefusalException">The record is gone; or, for a sub-workflow, is in approval already.</exception>
    internal async Task StartAsync(OutboxRow entry, StartOrder order, CancellationToken ct)
    {
        if (order.Trigger is { } trigger && !await this.HoldsAsync(order, trigger, ct))
        {
            await this.DropAsync(entry, ct);
            return;
        }

        try
        {
            await commands.StartAsync(
                Product,
                async () =>
                {
                    var (workflow, version) = await workflows.InForceAsync(order.Workflow, ct);
                    var record = await records.LoadAsync(order.Form, order.Record, ct) ?? throw RefusalException.NotFound("The record");
                    return (record, workflow, version, new StartInstance(order.Initiator == Guid.Empty ? record.CreatedBy ?? Guid.Empty : order.Initiator));
                },
                ct,
                order.Parent is { } parent ? (parent, entry.Wait) : null,
                db => this.Mark(db, entry));
        }
        catch (RefusalException refusal) when (order.Trigger is not null && refusal.Code == "record.in-approval")
        {
            // It is under way already, which is all that the trigger wants.
            await this.DropAsync(entry, ct);
        }
    }

    /// <summary>A sub-workflow that cannot start is a rejection of its step; the reason stays with the entry.</summary>
    /// <exception cref="PermanentFailureException">The parent does not wait any more.</exception>
    internal Task GiveUpAsync(OutboxRow entry, string failure, CancellationToken ct) => this.FireAsync(entry, Outcomes.Rejected, failure, ct);

    /// <exception cref="PermanentFailureException">The parent does not wait any more.</exception>
    internal Task EndedAsync(OutboxRow entry, EndOrder order, CancellationToken ct) => this.FireAsync(entry, order.Outcome, failure: null, ct);

    private async Task FireAsync(OutboxRow entry, string outcome, string? failure, CancellationToken ct)
    {
        try
        {
            await commands.RunAsync(
                Product,
                entry.Instance!.Value,
                (_, _) => ValueTask.FromResult<WorkflowCommand>(new FireWait(entry.Wait!.Value, outcome, Failure: failure)),
                ct,
                db => this.Mark(db, entry, failure));
        }
        catch (RefusalException refusal) when (refusal.Code is "wait.used" or "instance.wrong-status")
        {
            // The parent has ended, or gone on. Nothing is left to be told; the entry is given up with this reason.
            throw new PermanentFailureException(refusal.Message);
        }
    }

    private async Task<bool> HoldsAsync(StartOrder order, int index, CancellationToken ct)
    {
        var (workflow, _) = await workflows.InForceAsync(order.Workflow, ct);
        var trigger = workflow.Definition.Activities.OfType<StartActivity>().First().On?.ElementAtOrDefault(index);
        if (trigger is null || await records.LoadAsync(order.Form, order.Record, ct) is not { } record)
        {
            return false;
        }

        return trigger.If is not { } condition
            || await conditions.HoldsAsync(condition, definitions.Current.Form(order.Form), record, workflow.Definition.Files, order.Initiator, ct);
    }

    private Task DropAsync(OutboxRow entry, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return work.RunAsync((db, token) => db.Outbox.Where(row => row.Id == entry.Id).ExecuteUpdateAsync(set => OutboxWorker.Done(set, now), token), ct);
    }

    private void Mark(BackofficeDb db, OutboxRow entry, string? failure = null)
    {
        db.Outbox.Attach(entry);
        (entry.DoneAt, entry.DueAt, entry.LeasedUntil, entry.Error) = (failure is null ? time.GetUtcNow() : null, null, null, failure);
        db.Entry(entry).State = EntityState.Modified;
    }
}
