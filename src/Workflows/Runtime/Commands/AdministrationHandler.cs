using Forms.Problems;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

/// <summary>What an administrator does with an instance as it is. The shell has seen to it that it is one.</summary>
internal static class AdministrationHandler
{
    public static void Cancel(StepRun run, InstanceState? state, CancelInstance command)
    {
        if (Precondition.Allows(run, state, InstanceAct.Cancel) && Precondition.HasComment(run, command.Comment, "cancel"))
        {
            Interruption.Everything(run, WorkItemCloseReason.Cancelled, Outcomes.Cancelled);
            run.Emit(new InstanceCancelled(run.Now, command.Person, command.Comment));
        }
    }

    public static void Suspend(StepRun run, InstanceState? state, SuspendInstance command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Suspend) || !Precondition.HasComment(run, command.Comment, "suspend"))
        {
            return;
        }

        foreach (var wait in run.State.Waits.Where(wait => wait.Kind == WaitFor.Deadline).ToList())
        {
            run.Emit(new WaitClosed(run.Now, wait.Number));
        }

        run.Emit(new InstanceSuspended(run.Now, command.Person, command.Comment));
    }

    public static void Resume(StepRun run, InstanceState? state, ResumeInstance command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Resume))
        {
            return;
        }

        run.Emit(new InstanceResumed(run.Now, command.Person, command.Comment));
        Deadlines.SettleAll(run);
    }

    public static void Retry(StepRun run, InstanceState? state, RetryIncident command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Retry))
        {
            return;
        }

        if (run.State.Path.Find(one => one.Number == command.Visit) is not { IsLive: true, Incident: not null } visit)
        {
            run.Refuse(RefusalReason.InvalidState, "incident.none", "Expected a step with an incident, but found none.");
            return;
        }

        if (Returning.StandsStill(run.State, visit))
        {
            run.Refuse(RefusalReason.InvalidState, "step.stands-still", $"Expected a step that goes on, but '{visit.ActivityId}' stands still until a return has come back.", visit.ActivityId);
            return;
        }

        run.Emit(new IncidentCleared(run.Now, visit.Number, visit.ActivityId, command.Person));
        run.Retry(run.State.Visit(visit.Number));
    }
}
