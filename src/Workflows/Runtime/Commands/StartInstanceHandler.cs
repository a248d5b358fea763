namespace Workflows.Runtime.Commands;

internal static class StartInstanceHandler
{
    public static void Handle(StepRun run, InstanceState? state, StartInstance command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Start))
        {
            return;
        }

        run.Emit(new InstanceStarted(run.Now, command.Initiator));
        run.Travel(run.Workflow.Start);
    }
}
