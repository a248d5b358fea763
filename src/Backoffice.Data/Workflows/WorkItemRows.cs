using System.Buffers.Binary;
using Backoffice.Data.Instances;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Keeps the rows of work items like the items of the state. The id of a row follows from instance and number, so that
/// nothing has to be read before it is written.
/// </summary>
internal static class WorkItemRows
{
    internal static Guid IdOf(Guid instance, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        instance.TryWriteBytes(bytes, bigEndian: true, out _);
        var last = bytes[12..];
        BinaryPrimitives.WriteInt32BigEndian(last, BinaryPrimitives.ReadInt32BigEndian(last) ^ number);
        return new Guid(bytes, bigEndian: true);
    }

    /// <param name="seen">Version of the record that those who decide now have seen.</param>
    internal static void Write(BackofficeDb db, InstancePlan plan, long? seen)
    {
        var before = plan.Before?.WorkItems.ToDictionary(item => item.Number) ?? [];
        var decisions = plan.Events.OfType<WorkItemCompleted>().ToDictionary(completed => completed.Number, completed => completed.Decision);
        foreach (var item in plan.State.WorkItems)
        {
            if (!before.TryGetValue(item.Number, out var old))
            {
                db.WorkItems.Add(Fill(New(plan, item), item, decisions, seen));
            }
            else if (old != item)
            {
                // Attached as it was, then changed: only what differs is written.
                var row = Fill(New(plan, old), old, [], seen: null);
                db.WorkItems.Attach(row);
                Fill(row, item, decisions, seen);
            }
        }

        // Items that the state does not keep have just been closed: their round is over, or what had opened them was taken back.
        var kept = plan.State.WorkItems.Select(item => item.Number).ToHashSet();
        foreach (var closed in plan.Events.OfType<WorkItemClosed>().Where(closed => !kept.Contains(closed.Number) && before.ContainsKey(closed.Number)))
        {
            var row = Fill(New(plan, before[closed.Number]), before[closed.Number], [], seen: null);
            db.WorkItems.Attach(row);
            row.State = WorkItemState.Closed;
            row.HeldFor = null;
            row.ClosedAt = closed.At;
        }
    }

    private static WorkItemRow New(InstancePlan plan, WorkItem item) => new()
    {
        Id = IdOf(plan.InstanceId, item.Number),
        Instance = plan.InstanceId,
        Number = item.Number,
        Activity = item.ActivityId,
        Kind = item.Kind,
        Because = item.Kind == WorkItemKind.Revise ? SignerReason.Initiator : item.Because,
        OpenedAt = item.OpenedAt,
        Origin = item.Origin,
    };

    private static WorkItemRow Fill(WorkItemRow row, WorkItem item, Dictionary<int, WorkItemDecision> decisions, long? seen)
    {
        row.Activity = item.ActivityId;
        row.Person = item.Person;
        row.State = item.State;
        row.HeldFor = item.HeldFor;
        row.DueAt = item.DueAt;
        row.ClosedAt = item.ClosedAt;
        row.Comment = item.Comment;
        row.ActedBy = item.ActedBy;
        row.Decision = decisions.TryGetValue(item.Number, out var decided) ? decided : DecisionOf(item.State);
        row.SnapshotVersion = decisions.ContainsKey(item.Number) ? seen : row.SnapshotVersion;
        return row;
    }

    private static WorkItemDecision? DecisionOf(WorkItemState state) => state switch
    {
        WorkItemState.Approved => WorkItemDecision.Approve,
        WorkItemState.Rejected => WorkItemDecision.Reject,
        WorkItemState.Returned => WorkItemDecision.Return,
        WorkItemState.Done => WorkItemDecision.Complete,
        _ => null,
    };
}
