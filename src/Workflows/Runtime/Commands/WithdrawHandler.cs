using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

internal static class WithdrawHandler
{
    public static void Handle(StepRun run, InstanceState? state, Withdraw command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Withdraw)
            || !Precondition.IsInitiator(run, state, command.Person, "withdraw"))
        {
            return;
        }

        Interruption.Everything(run, WorkItemCloseReason.Withdrawn, Outcomes.Withdrawn);
        run.Emit(new InstanceWithdrawn(run.Now, command.Person, command.Comment));
    }
}
