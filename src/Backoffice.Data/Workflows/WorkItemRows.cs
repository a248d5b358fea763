using Backoffice.Data.Instances;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>Work item rows from events.</summary>
internal static class WorkItemRows
{
    internal static WorkItemRow Open(InstancePlan plan, WorkItemOpened opened) => new()
    {
        Id = Guid.CreateVersion7(opened.At),
        Instance = plan.InstanceId,
        Number = opened.Number,
        Activity = opened.ActivityId,
        Kind = opened.Kind,
        State = WorkItemState.Open,
        Person = opened.Person,
        Because = opened.Kind == WorkItemKind.Revise ? SignerReason.Initiator : opened.Because,
        OpenedAt = opened.At,
    };

    /// <param name="seen">Version of the record that the signer saw.</param>
    internal static void Complete(WorkItemRow row, WorkItemCompleted completed, long? seen)
    {
        row.State = completed.Decision switch
        {
            WorkItemDecision.Approve => WorkItemState.Approved,
            WorkItemDecision.Reject => WorkItemState.Rejected,
            _ => WorkItemState.Returned,
        };
        row.ClosedAt = completed.At;
        row.Decision = completed.Decision;
        row.Comment = completed.Comment;
        row.SnapshotVersion = seen;
    }

    internal static void Close(WorkItemRow row, WorkItemClosed closed)
    {
        row.State = WorkItemState.Closed;
        row.ClosedAt = closed.At;
    }
}
