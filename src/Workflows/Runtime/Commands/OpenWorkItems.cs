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

    /// <summary>Closes what is open at one visit.</summary>
    public static void Close(StepRun run, ActivityVisit visit, WorkItemCloseReason reason) =>
        Close(run, reason, run.State.OpenWorkItems.Where(item => item.Visit == visit.Number));

    /// <summary>Closes whatever is open.</summary>
    public static void CloseAll(StepRun run, WorkItemCloseReason reason) => Close(run, reason, run.State.OpenWorkItems);

    /// <summary>Closes whatever is open, and leaves wherever the instance waits.</summary>
    public static void Interrupt(StepRun run, WorkItemCloseReason reason, string outcome)
    {
        CloseAll(run, reason);
        foreach (var visit in run.State.Tokens.ToList())
        {
            run.Emit(new ActivityCompleted(run.Now, visit.Number, visit.ActivityId, outcome, CompletionCause.Itself));
        }
    }

    private static void Close(StepRun run, WorkItemCloseReason reason, IEnumerable<WorkItem> items)
    {
        foreach (var item in items.ToList())
        {
            run.Emit(new WorkItemClosed(run.Now, item.Number, reason));
        }
    }
}
