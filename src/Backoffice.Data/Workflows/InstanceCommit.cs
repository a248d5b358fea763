using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Live;
using Backoffice.Data.Records;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Writes a plan: instance, events, work items, waits, record, frozen version, notifications and outbox, in the transaction
/// of the context it is given. Versions of instance and record guard it: if either has moved on since the plan was made, the
/// database refuses and nothing is written.
/// </summary>
internal sealed class InstanceCommit(
    DirectoryStore directories,
    InstanceRecords records,
    InstanceEffects effects,
    WorkflowMessages messages,
    InstanceOutbox outbox,
    LiveChanges live)
{
    internal async Task WriteAsync(BackofficeDb db, InstancePlan plan, CancellationToken ct)
    {
        await DemandOnlyOneAsync(db, plan);
        var instance = Row(db, plan);
        plan.Also?.Invoke(db);
        var changes = await effects.ApplyAsync(db, plan, ct);
        var record = await this.ApplyAsync(db, plan, changes, ct);
        if (plan.Events.Any(happened => happened is InstanceStarted or InstanceResubmitted))
        {
            instance.SubmittedSnapshot = record.Version;
            await RecordSnapshots.FreezeAsync(db, record, plan.Events[^1].At, ct, isNew: record.Version != plan.Record.Version);
        }
        else if (plan.Events.Any(happened => happened is WorkItemCompleted) && plan.Record.Version != instance.SubmittedSnapshot)
        {
            // It was changed since the submit, by a step or its people: what this signer saw is kept as well.
            await RecordSnapshots.FreezeAsync(db, plan.Record, plan.Events[^1].At, ct);
        }

        WorkItemRows.Write(db, plan, plan.Record.Version);
        WaitRows.Write(db, plan);
        db.InstanceEvents.Add(new InstanceEventsRow
        {
            Instance = plan.InstanceId,
            Sequence = plan.State.Sequence,
            Person = plan.Actor.IsSystem ? null : plan.Actor.Person,
            Events = InstanceEventsText.Write(plan.Events),
        });
        if (plan.Events.Any(happened => happened is NotificationRequested or WorkItemPassed))
        {
            db.Notifications.AddRange(await messages.NotificationsAsync(plan, record, await directories.GetAsync(ct), ct));
        }

        outbox.Write(db, plan);
        this.TellAfterCommit(db, plan);
    }

    /// <summary>What breaks a rule of the record by the fields that steps set is the failure of the last of these steps.</summary>
    private async Task<Record> ApplyAsync(BackofficeDb db, InstancePlan plan, IReadOnlyDictionary<string, object?> changes, CancellationToken ct)
    {
        try
        {
            return await records.ApplyAsync(db, plan, changes, LockOf(plan), ct);
        }
        catch (RefusalException refusal) when (refusal.Reason == RefusalReason.Invalid && plan.Events.OfType<FieldsSet>().LastOrDefault() is { } set)
        {
            throw new EffectFailedException(set.ActivityId, refusal);
        }
    }

    /// <summary>
    /// A record has at most one instance of a workflow that has not ended. Two starts at once both change the version of the
    /// record, so that the second is planned again and finds the first here.
    /// </summary>
    private static async Task DemandOnlyOneAsync(BackofficeDb db, InstancePlan plan)
    {
        if (plan.Instance is null && await InstanceRowQueries.IsUnderWayAsync(db, plan.Record.Id))
        {
            throw new RefusalException(
                RefusalReason.InvalidState,
                "record.in-approval",
                "Expected a record without a running approval, but found one that was submitted already: resubmit or withdraw it.");
        }
    }

    /// <summary>The row to write. The plan stays as it is, since the unit of work may run again.</summary>
    private static WorkflowInstanceRow Row(BackofficeDb db, InstancePlan plan)
    {
        WorkflowInstanceRow row;
        if (plan.Instance is not { } read)
        {
            row = new WorkflowInstanceRow
            {
                Id = plan.InstanceId,
                Workflow = plan.Workflow.Key,
                WorkflowVersion = plan.WorkflowVersion,
                Form = plan.Form.Key,
                Record = plan.Record.Id,
                Initiator = plan.State.Initiator,
                StartedAt = plan.State.StartedAt,
                State = [],
                Parent = plan.Parent?.Instance,
                ParentWait = plan.Parent?.Wait,
            };
            db.Instances.Add(row);
        }
        else
        {
            // Attached with the version that the plan was made from: the update carries it in its WHERE.
            row = read.Copy();
            db.Instances.Attach(row);
            row.Version++;
        }

        row.WorkflowVersion = plan.WorkflowVersion;
        row.Status = plan.State.Status;
        row.ChangedAt = plan.Events[^1].At;
        row.EndedAt = plan.State.EndedAt;
        row.Incidents = plan.State.Incidents.Count();
        row.State = StoredStates.Write(plan.State);
        return row;
    }

    private static Guid? LockOf(InstancePlan plan) => plan.State.Status switch
    {
        InstanceStatus.Running or InstanceStatus.Suspended => plan.InstanceId,
        InstanceStatus.Completed when plan.Workflow.KeepsLock => plan.InstanceId,
        _ => null,
    };

    private void TellAfterCommit(BackofficeDb db, InstancePlan plan)
    {
        var people = plan.State.WorkItems.Select(item => item.Person)
            .Concat(plan.Before?.WorkItems.Select(item => item.Person) ?? [])
            .Concat(plan.Events.OfType<NotificationRequested>().SelectMany(told => told.To))
            .Append(plan.State.Initiator)
            .Append(plan.Actor.Person)
            .ToHashSet();
        db.AfterCommit(() => live.RaiseAsync(new LiveChange(people, plan.InstanceId, plan.Form.Key, plan.Record.Id)));
    }
}
