using System.Text.Json;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Live;
using Backoffice.Data.Records;
using Forms.Directory;
using Forms.Fields;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Writes a plan: instance, work items, trail, record, frozen version and notifications, in the transaction of the
/// context it is given. Versions of instance and record guard it: if either has moved on since the plan was made, the
/// database refuses and nothing is written.
/// </summary>
internal sealed class InstanceCommit(DirectoryStore directories, InstanceRecords records, WorkflowMessages messages, LiveChanges live)
{
    internal async Task WriteAsync(BackofficeDb db, InstancePlan plan, CancellationToken ct)
    {
        var directory = await directories.GetAsync(ct);
        await DemandOnlyOneAsync(db, plan, ct);
        var instance = Row(db, plan);
        var record = await records.ApplyAsync(db, plan, Changes(plan), LockOf(plan), ct);
        if (plan.Events.Any(happened => happened is InstanceStarted or InstanceResubmitted))
        {
            instance.SubmittedSnapshot = record.Version;
            await RecordSnapshots.FreezeAsync(db, record, plan.Events[^1].At, ct);
        }

        await WriteWorkItemsAsync(db, plan, instance, ct);
        await WriteTrailAsync(db, plan, directory, ct);
        db.Notifications.AddRange(await messages.NotificationsAsync(plan, record, directory, ct));
        TellAfterCommit(db, plan);
    }

    /// <summary>
    /// A record has at most one instance that has not ended. Two starts at once both change the version of the record, so
    /// that the second is planned again and finds the first here.
    /// </summary>
    private static async Task DemandOnlyOneAsync(BackofficeDb db, InstancePlan plan, CancellationToken ct)
    {
        if (plan.Instance is null && await db.Instances.AnyAsync(row => row.Record == plan.Record.Id && row.EndedAt == null, ct))
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
        var at = plan.Events[^1].At;
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
                State = string.Empty,
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

        row.Status = plan.State.Status;
        row.ChangedAt = at;
        row.EndedAt = plan.State.EndedAt;
        row.State = InstanceStateSerializer.Write(plan.State);
        return row;
    }

    private static async Task WriteWorkItemsAsync(BackofficeDb db, InstancePlan plan, WorkflowInstanceRow instance, CancellationToken ct)
    {
        var rows = plan.Instance is null
            ? []
            : await db.WorkItems.Where(item => item.Instance == plan.InstanceId && item.State == WorkItemState.Open).ToDictionaryAsync(item => item.Number, ct);
        foreach (var happened in plan.Events)
        {
            switch (happened)
            {
                case WorkItemOpened opened:
                    var row = WorkItemRows.Open(plan, opened);
                    rows[opened.Number] = row;
                    db.WorkItems.Add(row);
                    break;
                case WorkItemCompleted completed:
                    WorkItemRows.Complete(rows[completed.Number], completed, instance.SubmittedSnapshot);
                    break;
                case WorkItemClosed closed:
                    WorkItemRows.Close(rows[closed.Number], closed);
                    break;
            }
        }
    }

    private static async Task WriteTrailAsync(BackofficeDb db, InstancePlan plan, CompanyDirectory directory, CancellationToken ct)
    {
        var last = plan.Instance is null
            ? 0
            : await db.Trail.Where(row => row.Instance == plan.InstanceId).MaxAsync(row => (int?)row.Sequence, ct) ?? 0;
        db.Trail.AddRange(new TrailWriter(plan, directory).Rows(last));
    }

    /// <summary>What the steps set, and then the field that mirrors the state of the instance.</summary>
    private static Dictionary<string, object?> Changes(InstancePlan plan)
    {
        var changes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, json) in plan.Events.OfType<FieldsSet>().SelectMany(set => set.Values))
        {
            changes[name] = Value(plan, name, json);
        }

        if (plan.Workflow.Status is { } status && status.ValueFor(plan.State.Status) is { } value)
        {
            changes[status.Field] = value;
        }

        return changes;
    }

    private static object? Value(InstancePlan plan, string name, JsonElement json)
    {
        var field = plan.Form.Field(name) is { } found and not TableField
            ? found
            : throw new RefusalException(RefusalReason.InvalidState, "workflow.field", $"The workflow sets \"{name}\", which is not a field of {plan.Form.Label}.");
        var parsed = field.Parse(json);
        return parsed.Problem is null ? parsed.Value : throw RefusalException.Invalid([parsed.Problem]);
    }

    private static Guid? LockOf(InstancePlan plan) => plan.State.Status switch
    {
        InstanceStatus.Running => plan.InstanceId,
        InstanceStatus.Completed when plan.Workflow.KeepsLock => plan.InstanceId,
        _ => null,
    };

    private void TellAfterCommit(BackofficeDb db, InstancePlan plan)
    {
        var people = plan.State.WorkItems.Select(item => item.Person)
            .Concat(plan.Events.OfType<NotificationRequested>().SelectMany(told => told.To))
            .Append(plan.State.Initiator)
            .Append(plan.Actor.Person)
            .ToHashSet();
        db.AfterCommit(() => live.RaiseAsync(new LiveChange(people, plan.InstanceId, plan.Form.Key, plan.Record.Id)));
    }
}
