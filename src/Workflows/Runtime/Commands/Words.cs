using System.Globalization;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

/// <summary>Names states and acts in refusals.</summary>
internal static class Words
{
    public static string Of(InstanceStatus status) => status switch
    {
        InstanceStatus.NotStarted => "not started",
        InstanceStatus.Running => "in approval",
        InstanceStatus.Returned => "returned",
        InstanceStatus.Completed => "approved",
        InstanceStatus.Rejected => "rejected",
        InstanceStatus.Suspended => "suspended",
        InstanceStatus.Cancelled => "cancelled",
        _ => "withdrawn",
    };

    public static string Of(WorkItemAct act) => act switch
    {
        WorkItemAct.MarkRead => "mark as read",
        WorkItemAct.AddSigners => "add signers to",
        WorkItemAct.TakeBack => "take back",
        _ => act.ToString().ToLowerInvariant(),
    };

    public static string Of(WorkItemKind kind) => kind switch
    {
        WorkItemKind.Approve => "approve",
        WorkItemKind.Revise => "revise and resubmit",
        WorkItemKind.FillIn => "fill in",
        WorkItemKind.Advise => "advise",
        _ => "read",
    };

    public static string Of(WorkItemDecision decision) => decision switch
    {
        WorkItemDecision.Approve => "approve",
        WorkItemDecision.Reject => "reject",
        WorkItemDecision.Return => "return",
        _ => "complete",
    };

    /// <summary>How a work item was found, with when.</summary>
    public static string Found(WorkItem item)
    {
        var what = item.State switch
        {
            WorkItemState.Open => "open",
            WorkItemState.Held => $"held for {Of(item.HeldFor)}",
            WorkItemState.Approved => "approved",
            WorkItemState.Rejected => "rejected",
            WorkItemState.Returned => "returned",
            WorkItemState.Done => "done",
            _ => Of(item.CloseReason),
        };
        return item.ClosedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{what} on {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : what;
    }

    private static string Of(HeldFor? held) => held switch
    {
        HeldFor.AddedBefore => "signers added before",
        HeldFor.Adder => "the signer who added it",
        HeldFor.Delegate => "its delegate",
        _ => "a return",
    };

    private static string Of(WorkItemCloseReason? reason) => reason switch
    {
        WorkItemCloseReason.ApprovedByAnother => "closed, approved by somebody else,",
        WorkItemCloseReason.RejectedByAnother => "closed, rejected by somebody else,",
        WorkItemCloseReason.ReturnedByAnother => "closed, returned by somebody else,",
        WorkItemCloseReason.DoneByAnother => "closed, done by somebody else,",
        WorkItemCloseReason.Resubmitted => "closed by resubmitting",
        WorkItemCloseReason.DecidedByDelegate => "closed, decided by a delegate,",
        WorkItemCloseReason.Recalled => "closed, called back,",
        WorkItemCloseReason.Removed => "closed, removed,",
        WorkItemCloseReason.TakenBack => "closed, the decision before it was taken back,",
        WorkItemCloseReason.NotNeeded => "closed, no longer needed,",
        WorkItemCloseReason.Cancelled => "closed by cancelling",
        WorkItemCloseReason.Jumped => "closed, the instance was moved,",
        _ => "closed by withdrawing",
    };
}
