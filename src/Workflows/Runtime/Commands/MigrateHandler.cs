using Forms.Problems;
using Workflows.Migration;

namespace Workflows.Runtime.Commands;

internal static class MigrateHandler
{
    public static void Handle(StepRun run, InstanceState? state, MigrateInstance command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Migrate))
        {
            return;
        }

        if (MigrationPlan.Obstacle(run.Workflow, state, command.Moves) is { } obstacle)
        {
            run.Refuse(RefusalReason.InvalidState, "migration.choice", obstacle);
            return;
        }

        run.Emit(new InstanceMigrated(run.Now, command.Person, command.Version, command.Moves, command.Comment));

        // The ladder of the new version may be another one.
        foreach (var wait in run.State.Waits.Where(wait => wait.Kind == WaitFor.Deadline).ToList())
        {
            run.Emit(new WaitClosed(run.Now, wait.Number));
        }

        Deadlines.SettleAll(run);
    }
}
