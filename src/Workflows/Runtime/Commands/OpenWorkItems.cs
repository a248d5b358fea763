using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

/// <summary>Opens and closes work items of a run.</summary>
internal static class OpenWorkItems
{
    /// <summary>Asks the signer at this position of the visit to decide.</summary>
    public static void OpenFor(StepRun run, ActivityVisit visit, Signer signer, int order) =>
        run.Emit(new WorkItemOpened(
            run.Now,
            run.State.NextWorkItem,
            WorkItemKind.Approve,
            visit.ActivityId,
            visit.Number,
            signer.Person,
            signer.Because,
            run.State.Round,
            order));

    /// <summary>Gives the instance back to its initiator: the item belongs to the visit of the start.</summary>
    public static void OpenRevision(StepRun run)
    {
        var start = run.Workflow.Activities[run.Workflow.Start].Id;
        var visit = run.State.Path.Last(visit => string.Equals(visit.ActivityId, start, StringComparison.Ordinal));
        run.Emit(new WorkItemOpened(
            run.Now,
            run.State.NextWorkItem,
            WorkItemKind.Revise,
            start,
            visit.Number,
            run.State.Initiator,
            "",
            run.State.Round,
            0));
    }

    /// <summary>Closes whatever is open.</summary>
    public static void Close(StepRun run, WorkItemCloseReason reason)
    {
        foreach (var item in run.State.OpenWorkItems.ToList())
        {
            run.Emit(new WorkItemClosed(run.Now, item.Number, reason));
        }
    }
}
