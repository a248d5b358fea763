using Forms.Problems;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

/// <summary>
/// Takes a decision back: everything that its command did is undone, if nobody has acted on it and nothing was done that
/// cannot be undone.
/// </summary>
internal static class TakeBackHandler
{
    public static void Handle(StepRun run, InstanceState? state, TakeBackDecision command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.TakeBack) || Precondition.Existing(run, state, command.WorkItem) is not { } item)
        {
            return;
        }

        if ((item.ActedBy ?? item.Person) != command.Person)
        {
            run.Refuse(RefusalReason.Forbidden, "decision.not-yours", "Expected a decision of this person, but found somebody else's.");
            return;
        }

        if (!Precondition.IsLegal(run, item, WorkItemAct.TakeBack)
            || !Precondition.IsAllowedHere(run, run.Workflow.Find(item.ActivityId) is not PersonStepActivity { ActionsInForce.DecisionsStand: true }, item, "take a decision back"))
        {
            return;
        }

        if (Obstacle(run, item, command.Changed) is { } obstacle)
        {
            run.Refuse(RefusalReason.InvalidState, "decision.acted-on", $"Expected a decision that nobody has acted on, but {obstacle}.", obstacle);
            return;
        }

        TakeBack(run, item, command.Person);
    }

    /// <summary>Whether a decision can be taken back by this person, the record not being changed since.</summary>
    public static bool IsPossible(CompiledWorkflow workflow, InstanceState state, WorkItem item, Guid person)
    {
        var run = new StepRun(workflow, state, Answers.None, state.StartedAt);
        return InstanceLifecycle.Allows(state.Status, InstanceAct.TakeBack)
            && (item.ActedBy ?? item.Person) == person
            && WorkItemLifecycle.Allows(item.Kind, item.State, WorkItemAct.TakeBack)
            && workflow.Find(item.ActivityId) is not PersonStepActivity { ActionsInForce.DecisionsStand: true }
            && Obstacle(run, item, false) is null;
    }

    private static void TakeBack(StepRun run, WorkItem item, Guid person)
    {
        var sequence = item.ChangedBy;
        foreach (var opened in run.State.WorkItems.Where(other => other.OpenedBy == sequence && other.IsPending).ToList())
        {
            Interruption.CloseItem(run, opened, WorkItemCloseReason.TakenBack);
        }

        foreach (var wait in run.State.Waits.Where(wait => wait.OpenedBy == sequence).ToList())
        {
            run.Emit(new WaitClosed(run.Now, wait.Number));
        }

        var reopened = run.State.WorkItems.Where(other => other.ChangedBy == sequence && other.OpenedBy != sequence).Select(other => other.Number).ToList();
        run.Emit(new DecisionTakenBack(run.Now, item.Number, item.ActivityId, person, sequence));
        foreach (var number in reopened)
        {
            if (run.State.FindWorkItem(number) is { State: WorkItemState.Open } open)
            {
                Deadlines.Go(run, open, null);
            }
        }
    }

    /// <summary>What keeps the decision from being taken back, in words; null when nothing does.</summary>
    private static string? Obstacle(StepRun run, WorkItem item, bool changed)
    {
        var (state, sequence) = (run.State, item.ChangedBy);
        if (changed)
        {
            return "the record was changed since";
        }

        if (state.Path.Find(one => one.Number == item.Visit) is not { } visit || (visit.LeftBy != 0 && visit.LeftBy != sequence))
        {
            return "its step has gone on since";
        }

        foreach (var entered in state.Path.Concat(state.Voided).Where(one => one.EnteredBy == sequence))
        {
            if ((entered.LeftBy != 0 && entered.LeftBy != sequence) || entered.VoidedBy != 0)
            {
                return $"'{entered.ActivityId}' has gone on since";
            }

            if (run.Workflow.IndexOf(entered.ActivityId) is not { } index || !run.Workflow.KindOf(index).CanBeUndone)
            {
                return $"'{entered.ActivityId}' has done what cannot be undone";
            }
        }

        if (state.Path.Find(one => one.LeftBy == sequence && one.EnteredBy != sequence && one.Number != item.Visit && !CanBeEnteredAgain(run, one)) is { } left)
        {
            return $"'{left.ActivityId}' was left";
        }

        if (state.WorkItems.Exists(other => other.OpenedBy == sequence && other.ChangedBy != 0 && other.ChangedBy != sequence))
        {
            return "somebody has acted on what it opened";
        }

        if (state.WorkItems.Exists(other => other.Visit == item.Visit && other.ChangedBy > sequence))
        {
            return "somebody else has acted at the step since";
        }

        return state.StatusBy > sequence ? "the instance has gone on since" : null;
    }

    /// <summary>People can be asked again; a timer or a call that was given up cannot.</summary>
    private static bool CanBeEnteredAgain(StepRun run, ActivityVisit visit) =>
        run.Workflow.Find(visit.ActivityId) is PersonStepActivity or Activities.Join.JoinActivity;
}
