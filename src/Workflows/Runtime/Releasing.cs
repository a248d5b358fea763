using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>Lets held work items go on.</summary>
internal static class Releasing
{
    public static void Release(StepRun run, WorkItem item)
    {
        run.Emit(new WorkItemReleased(run.Now, item.Number));
        Deadlines.Go(run, run.State.FindWorkItem(item.Number)!, item.StoppedAt);
    }
}
