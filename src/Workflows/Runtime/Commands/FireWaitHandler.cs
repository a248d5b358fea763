using System.Globalization;
using Forms.Problems;
using Workflows.Activities;
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

        var outcome = command.Outcome ?? OutcomeOf(run, wait);
        if (!IsKnown(run, wait, outcome))
        {
            run.Refuse(RefusalReason.Invalid, "wait.outcome", $"Expected an outcome of the step that waits, but found '{outcome}'.", outcome);
            return;
        }

        if (command.Values is { Count: > 0 } values)
        {
            run.Emit(new FieldsSet(run.Now, run.State.Visit(wait.Visit).ActivityId, values));
        }

        if (Firing.CanAct(run, wait))
        {
            Firing.Act(run, wait, outcome, command.Failure);
        }
        else
        {
            run.Emit(new WaitFired(run.Now, wait.Number, outcome));
            CloseRivals(run, wait);
        }
    }

    /// <summary>The sub-workflow of a record may end in any way; approved is one, and the others are none.</summary>
    private static bool IsKnown(StepRun run, PendingWait wait, string outcome) =>
        wait.Kind is WaitFor.Child or WaitFor.Deadline
        || (run.Workflow.Find(run.State.Visit(wait.Visit).ActivityId) is { } activity
            && ActivityKinds.Of(activity).OutcomesOf(activity).Any(one => string.Equals(one.Name, outcome, StringComparison.Ordinal)));

    /// <summary>Of an event and the time for it, what comes first counts, though it is only acted on later.</summary>
    private static void CloseRivals(StepRun run, PendingWait wait)
    {
        if (wait.Kind is WaitFor.Event or WaitFor.Moment)
        {
            foreach (var other in run.State.Waits.Where(other => other.Visit == wait.Visit && other.Number != wait.Number).ToList())
            {
                run.Emit(new WaitClosed(run.Now, other.Number));
            }
        }
    }

    /// <summary>A moment ends a wait for an event by timeout, and any other as done.</summary>
    private static string OutcomeOf(StepRun run, PendingWait wait) =>
        wait.Kind == WaitFor.Moment && run.State.Waits.Exists(other => other.Visit == wait.Visit && other.Kind == WaitFor.Event)
            ? Outcomes.Timeout
            : Outcomes.Done;
}
