using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

internal static class ResubmitHandler
{
    public static void Handle(StepRun run, InstanceState? state, Resubmit command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Resubmit)
            || !Precondition.IsInitiator(run, state!, command.Person, "resubmit"))
        {
            return;
        }

        var back = state!.Returns[^1];
        OpenWorkItems.CloseAll(run, WorkItemCloseReason.Resubmitted);
        run.Emit(new InstanceResubmitted(run.Now, state.Round + 1, command.Person, command.Comment, back.Resume, run.Now - back.At));
        run.Travel(back.Resume == ResumeMode.InOrder ? run.Workflow.Start : run.Workflow.IndexOf(back.ActivityId)!.Value);
    }
}
