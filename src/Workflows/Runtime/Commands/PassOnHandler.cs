using Forms.Problems;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

/// <summary>Gives work items to other people.</summary>
internal static class PassOnHandler
{
    public static void Transfer(StepRun run, InstanceState? state, TransferWorkItem command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.PassOn)
            || Precondition.WorkItem(run, state, command.WorkItem, command.Person, WorkItemAct.Transfer) is not { } item)
        {
            return;
        }

        var rule = StepOf(run, item)?.ActionsInForce.Transfer ?? TransferRule.Anyone;
        if (Precondition.IsAllowedHere(run, rule != TransferRule.Off, item, "transfer")
            && IsFree(run, item, command.To)
            && Precondition.IsCandidate(run, item, command.To, rule == TransferRule.SamePosition ? item.Person : null))
        {
            Pass(run, item, command.To, PassedHow.Transferred, command.Person, command.Comment);
        }
    }

    public static void Reassign(StepRun run, InstanceState? state, ReassignWorkItem command)
    {
        if (Precondition.Allows(run, state, InstanceAct.Reassign)
            && Precondition.Existing(run, state, command.WorkItem) is { } item
            && Precondition.IsLegal(run, item, WorkItemAct.Reassign)
            && Precondition.HasComment(run, command.Comment, "reassign")
            && IsFree(run, item, command.To)
            && Precondition.IsCandidate(run, item, command.To, null))
        {
            Pass(run, item, command.To, PassedHow.Reassigned, command.Person, command.Comment);
        }
    }

    public static void Delegate(StepRun run, InstanceState? state, DelegateWorkItem command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.PassOn)
            || Precondition.WorkItem(run, state, command.WorkItem, command.Person, WorkItemAct.Delegate) is not { } item)
        {
            return;
        }

        var step = StepOf(run, item)!;
        var rule = step.ActionsInForce.Delegate;
        if (!Precondition.IsAllowedHere(run, rule != DelegateRule.Off, item, "delegate")
            || !IsFree(run, item, command.To)
            || !Precondition.IsCandidate(run, item, command.To, null)
            || !Deadlines.Due(run, step, command.To, out var due))
        {
            return;
        }

        Releasing.Hold(run, item, HeldFor.Delegate, stops: !Deadlines.RunsWhileHeld(step, HeldFor.Delegate));
        var kind = rule == DelegateRule.ComesBack ? WorkItemKind.Advise : item.Kind;
        WorkItemOpening.Open(run, item, kind, command.To, command.Comment ?? "", null, due);
    }

    public static void Recall(StepRun run, InstanceState? state, RecallWorkItem command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.PassOn)
            || Precondition.WorkItem(run, state, command.WorkItem, command.Person, WorkItemAct.Recall) is not { } item
            || !Precondition.GoesOn(run, item))
        {
            return;
        }

        var given = run.State.WorkItems.Find(other => other.Origin == item.Number && other.Added is null && other.IsPending);
        if (item.HeldFor != HeldFor.Delegate || given is null)
        {
            var found = Words.Found(item);
            run.Refuse(RefusalReason.InvalidState, "work-item.not-delegated", $"Expected a delegated work item, but found it {found}.", found);
            return;
        }

        CloseWithAdded(run, given, WorkItemCloseReason.Recalled);
        Releasing.Release(run, item);
    }

    /// <summary>Closes an item, and those of everybody whom its holder brought in.</summary>
    internal static void CloseWithAdded(StepRun run, WorkItem item, WorkItemCloseReason reason)
    {
        foreach (var other in run.State.WorkItems.Where(other => other.Origin == item.Number).ToList())
        {
            CloseWithAdded(run, other, reason);
        }

        if (item.IsPending)
        {
            Interruption.CloseItem(run, item, reason);
        }
    }

    /// <summary>Nobody has two pending items of one visit.</summary>
    internal static bool IsFree(StepRun run, WorkItem item, Guid to)
    {
        if (!PersonSteps.IsAsked(run, item, to))
        {
            return true;
        }

        run.Refuse(RefusalReason.Invalid, "person.asked-already", "Expected somebody who is not asked at this step already.");
        return false;
    }

    private static PersonStepActivity? StepOf(StepRun run, WorkItem item) => run.Workflow.Find(item.ActivityId) as PersonStepActivity;

    private static void Pass(StepRun run, WorkItem item, Guid to, PassedHow how, Guid by, string? comment) =>
        run.Emit(new WorkItemPassed(run.Now, item.Number, item.ActivityId, item.Person, to, how, by, comment));
}
