using Forms.Problems;
using Workflows.Activities.End;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

internal static class JumpHandler
{
    public static void Handle(StepRun run, InstanceState? state, JumpTo command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Jump) || !Precondition.HasComment(run, command.Comment, "jump"))
        {
            return;
        }

        if (run.Workflow.IndexOf(command.ActivityId) is not { } target)
        {
            run.Refuse(RefusalReason.Invalid, "jump.unknown", $"Expected a step of the workflow, but found '{command.ActivityId}'.", command.ActivityId);
            return;
        }

        if (command.Visit is { } number)
        {
            One(run, number, target, command);
        }
        else
        {
            All(run, target, command);
        }
    }

    private static void All(StepRun run, int target, JumpTo command)
    {
        // An end may be that of a branch and of the whole.
        if (run.Workflow.ForkOf(target) is not null && run.Workflow.Activities[target] is not EndActivity)
        {
            run.Refuse(
                RefusalReason.InvalidState,
                "jump.into-fork",
                $"Expected a step outside the branches of a fork, but found '{command.ActivityId}': jump to the fork, or move one branch.",
                command.ActivityId);
            return;
        }

        var from = run.State.Path.Where(visit => visit.IsLive).Select(visit => visit.ActivityId).Distinct(StringComparer.Ordinal).ToList();
        Interruption.Everything(run, WorkItemCloseReason.Jumped, Outcomes.Cancelled);
        run.Emit(new InstanceJumped(run.Now, command.Person, from, command.ActivityId, command.Comment));
        run.Go(target, 0, run.State.Path[^1].Number);
    }

    private static void One(StepRun run, int number, int target, JumpTo command)
    {
        if (run.State.Path.Find(one => one.Number == number) is not { IsLive: true } visit || Returning.StandsStill(run.State, visit) || run.State.Status != InstanceStatus.Running)
        {
            run.Refuse(RefusalReason.InvalidState, "jump.not-there", "Expected a step at which the instance waits and that can go on.");
            return;
        }

        if (run.Workflow.Activities[target] is not EndActivity && run.Workflow.ForkOf(target) != run.Workflow.ForkOf(run.Workflow.IndexOf(visit.ActivityId)!.Value))
        {
            run.Refuse(RefusalReason.InvalidState, "jump.other-branch", $"Expected a step of the same branch, but found '{command.ActivityId}'.", command.ActivityId);
            return;
        }

        if (visit.Detour is { } detour && Returning.IsUnderWay(run.State, detour) && run.Workflow.Activities[target] is not PersonStepActivity)
        {
            run.Refuse(RefusalReason.InvalidState, "jump.on-return", $"Expected a step at which somebody acts, as a return comes back from there, but found '{command.ActivityId}'.", command.ActivityId);
            return;
        }

        Interruption.Close(run, visit, WorkItemCloseReason.Jumped);
        run.Emit(new ActivityCompleted(run.Now, visit.Number, visit.ActivityId, Outcomes.Cancelled, CompletionCause.Itself));
        run.Emit(new InstanceJumped(run.Now, command.Person, [visit.ActivityId], command.ActivityId, command.Comment));
        run.Go(target, visit.Branch, visit.Number, visit.Detour);
    }
}
