using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>Leaves steps that the instance waits at, and closes what is open there.</summary>
internal static class Interruption
{
    /// <summary>Whatever is open anywhere; copies to read stay.</summary>
    public static void Everything(StepRun run, WorkItemCloseReason reason, string outcome) =>
        Where(run, _ => true, _ => true, reason, outcome);

    /// <summary>What is open in the branches of one visit of a fork.</summary>
    public static void Scope(StepRun run, int fork, WorkItemCloseReason reason) => Where(
        run,
        visit => run.State.IsInScope(visit.Branch, fork),
        one => run.State.IsInScope(one.Branch, fork),
        reason,
        Definitions.Outcomes.Cancelled);

    /// <summary>What is open at these visits; returns that would come back there do not.</summary>
    public static void Where(
        StepRun run,
        Func<ActivityVisit, bool> at,
        Func<InstanceReturn, bool> comingBackTo,
        WorkItemCloseReason reason,
        string outcome)
    {
        var visits = run.State.Path.Where(visit => visit.IsLive && at(visit)).ToList();
        foreach (var visit in visits)
        {
            Close(run, visit, reason);
            run.Emit(new ActivityCompleted(run.Now, visit.Number, visit.ActivityId, outcome, CompletionCause.Itself));
        }

        // The item of the initiator belongs to the start, which has been left long ago.
        foreach (var item in run.State.WorkItems.Where(item => item is { IsPending: true, Kind: WorkItemKind.Revise }).ToList())
        {
            CloseItem(run, item, reason);
        }

        foreach (var one in run.State.Returns.Where(one => one.IsUnderWay && comingBackTo(one)).ToList())
        {
            run.Emit(new ReturnEnded(run.Now, one.Number));
        }
    }

    /// <summary>Closes the work items and waits of one visit.</summary>
    public static void Close(StepRun run, ActivityVisit visit, WorkItemCloseReason reason)
    {
        foreach (var item in run.State.WorkItems.Where(item => item.IsPending && item.Visit == visit.Number && item.Kind != WorkItemKind.Read).ToList())
        {
            CloseItem(run, item, reason);
        }

        foreach (var wait in run.State.Waits.Where(wait => wait.Visit == visit.Number).ToList())
        {
            run.Emit(new WaitClosed(run.Now, wait.Number));
        }
    }

    public static void CloseItem(StepRun run, WorkItem item, WorkItemCloseReason reason)
    {
        Deadlines.Stop(run, item);
        run.Emit(new WorkItemClosed(run.Now, item.Number, reason));
    }
}
