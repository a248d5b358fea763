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

        if (!IsOf(item, command.Person))
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
            && IsOf(item, person)
            && WorkItemLifecycle.Allows(item.Kind, item.State, WorkItemAct.TakeBack)
            && workflow.Find(item.ActivityId) is not PersonStepActivity { ActionsInForce.DecisionsStand: true }
            && Obstacle(run, item, false) is null;
    }

    /// <summary>One's own decision: for a proxy who acted, not for the holder; nobody's when a deadline decided.</summary>
    private static bool IsOf(WorkItem item, Guid person) => (item.ActedBy ?? item.Person) == person && !item.ByDeadline;

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
            Deadlines.Settle(run, run.State.FindWorkItem(number)!);
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

        if (state.StatusBy > sequence)
        {
            return "the instance has gone on since";
        }

        if (Counting(state, item.Visit, sequence) is not { } visit || (visit.LeftBy != 0 && visit.LeftBy != sequence))
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

        foreach (var left in state.Path.Concat(state.Voided))
        {
            if (left.LeftBy == sequence && left.EnteredBy != sequence && left.Number != item.Visit && !CanBeEnteredAgain(run, left))
            {
                return $"'{left.ActivityId}' was left";
            }
        }

        return Acted(state, item, sequence) ?? Returned(state, visit, sequence);

        // The visit of a return is undone by it, and counts again when it is taken back.
        static ActivityVisit? Counting(InstanceDraft state, int number, int sequence) =>
            state.Path.Find(one => one.Number == number) ?? state.Voided.Find(one => one.Number == number && one.VoidedBy == sequence);
    }

    /// <summary>Somebody has acted since at a step that the decision touched. Reading a copy is no act.</summary>
    private static string? Acted(InstanceDraft state, WorkItem item, int sequence)
    {
        var touched = new HashSet<int> { item.Visit };
        touched.UnionWith(state.Path.Where(visit => visit.EnteredBy == sequence).Select(visit => visit.Number));
        touched.UnionWith(state.WorkItems.Where(other => WasChangedBy(other, sequence)).Select(other => other.Visit));
        return state.WorkItems.Exists(other => other.Kind != WorkItemKind.Read && touched.Contains(other.Visit) && (other.OpenedBy > sequence || other.ChangedBy > sequence))
            || state.Waits.Exists(wait => wait.Kind != WaitFor.Deadline && touched.Contains(wait.Visit) && wait.OpenedBy > sequence)
            ? "somebody has acted on it since"
            : null;
    }

    /// <summary>A return keeps the step still, or one that had come back has not been waited for.</summary>
    private static string? Returned(InstanceDraft state, ActivityVisit visit, int sequence)
    {
        foreach (var one in state.Returns)
        {
            if (state.Path.Find(found => found.Number == one.Since) is not { } since)
            {
                continue;
            }

            if (one.ComesBack && one.MadeBy > sequence && state.IsBehind(visit.Branch, visit.Number, since))
            {
                return "its step stands still until a return has come back";
            }

            if (one.EndedBy == sequence && state.Path.Exists(other => (other.EnteredBy > sequence || other.LeftBy > sequence) && state.IsBehind(other.Branch, other.Number, since)))
            {
                return "what stood still before it has gone on since";
            }
        }

        return null;
    }

    private static bool WasChangedBy(WorkItem item, int sequence)
    {
        if (item.ChangedBy == sequence)
        {
            return true;
        }

        for (var before = item.Before; before is not null; before = before.Before)
        {
            if (before.ChangedBy == sequence)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>People can be asked again; a timer or a call that was given up cannot.</summary>
    private static bool CanBeEnteredAgain(StepRun run, ActivityVisit visit) =>
        run.Workflow.Find(visit.ActivityId) is PersonStepActivity or Activities.Join.JoinActivity;
}
