using System.Globalization;
using Forms.Problems;
using Workflows.Definitions;

namespace Workflows.Runtime.Commands;

internal static class FireWaitHandler
{
    public static void Handle(StepRun run, InstanceState? state, FireWait command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Fire))
        {
            return;
        }

        var number = command.Wait.ToString(CultureInfo.InvariantCulture);
        if (run.State.Waits.Find(wait => wait.Number == command.Wait) is not { Fired: null } wait)
        {
            run.Refuse(RefusalReason.InvalidState, "wait.used", $"Expected a wait that is not over, but found number {number} used or closed.", number);
            return;
        }

        if (command.Values is { Count: > 0 } values)
        {
            run.Emit(new FieldsSet(run.Now, run.State.Visit(wait.Visit).ActivityId, values));
        }

        var outcome = command.Outcome ?? OutcomeOf(run, wait);
        if (Firing.CanAct(run, wait))
        {
            Firing.Act(run, wait, outcome, command.Failure);
        }
        else
        {
            run.Emit(new WaitFired(run.Now, wait.Number, outcome));
        }
    }

    /// <summary>A moment ends a wait for an event by timeout, and any other as done.</summary>
    private static string OutcomeOf(StepRun run, PendingWait wait) =>
        wait.Kind == WaitFor.Moment && run.State.Waits.Exists(other => other.Visit == wait.Visit && other.Kind == WaitFor.Event)
            ? Outcomes.Timeout
            : Outcomes.Done;
}
