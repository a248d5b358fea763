using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>Has work items wait for something else first, and lets them go on.</summary>
internal static class Releasing
{
    /// <param name="stops">Whether its clock stands still meanwhile.</param>
    public static void Hold(StepRun run, WorkItem item, HeldFor reason, bool stops)
    {
        run.Emit(new WorkItemHeld(run.Now, item.Number, reason) { StopsClock = stops });
        Deadlines.Settle(run, run.State.FindWorkItem(item.Number)!);
    }

    public static void Release(StepRun run, WorkItem item)
    {
        // A tier that came meanwhile and was kept is waited for anew: its moment has passed, so it comes at once.
        Deadlines.Stop(run, item);
        run.Emit(new WorkItemReleased(run.Now, item.Number));
        Deadlines.Settle(run, run.State.FindWorkItem(item.Number)!);
    }
}
