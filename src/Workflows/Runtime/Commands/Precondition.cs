using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Forms.Problems;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

/// <summary>What must hold before a command is handled. Each refuses the run and returns false when it does not.</summary>
internal static class Precondition
{
    public static bool Allows(StepRun run, [NotNullWhen(true)] InstanceState? state, InstanceAct act)
    {
        var status = state?.Status ?? InstanceStatus.NotStarted;
        if (InstanceLifecycle.Allows(status, act) && (state is not null || act == InstanceAct.Start))
        {
            return true;
        }

        var expected = string.Join(" or ", InstanceLifecycle.StatusesFor(act).Select(Words.Of));
        run.Refuse(
            RefusalReason.InvalidState,
            "instance.wrong-status",
            $"Expected an instance that is {expected}, but found it {Words.Of(status)}.",
            expected,
            Words.Of(status));
        return false;
    }

    /// <summary>The command is one that only the initiator may give.</summary>
    public static bool IsInitiator(StepRun run, InstanceState state, Guid person, string act)
    {
        if (state.Initiator == person)
        {
            return true;
        }

        run.Refuse(RefusalReason.Forbidden, "instance.not-initiator", $"Expected the initiator to {act}, but found somebody else.", act);
        return false;
    }

    public static bool HasComment(StepRun run, [NotNullWhen(true)] string? comment, string act)
    {
        if (!string.IsNullOrWhiteSpace(comment))
        {
            return true;
        }

        run.Refuse(RefusalReason.Invalid, "comment.required", $"Expected a comment to {act}, but found none.", act);
        return false;
    }

    /// <summary>The work item, if it exists, is the person's to act on, and may be acted on this way.</summary>
    public static WorkItem? WorkItem(StepRun run, InstanceState? state, int number, Guid person, WorkItemAct act)
    {
        if (Existing(run, state, number) is not { } item)
        {
            return null;
        }

        return MayActFor(run, item, person) && IsLegal(run, item, act) ? item : null;
    }

    /// <summary>The work item, if there is one with this number in a round that counts.</summary>
    public static WorkItem? Existing(StepRun run, InstanceState? state, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (state is null || number < 1 || number >= state.NextWorkItem)
        {
            run.Refuse(RefusalReason.NotFound, "work-item.not-found", $"Expected a work item of this instance, but found no number {text}.", text);
            return null;
        }

        if (run.State.FindWorkItem(number) is { } item)
        {
            return item;
        }

        run.Refuse(
            RefusalReason.InvalidState,
            "work-item.not-open",
            $"Expected work item {text} to be open, but found it closed in an earlier round.",
            text,
            "closed in an earlier round");
        return null;
    }

    public static bool IsLegal(StepRun run, WorkItem item, WorkItemAct act)
    {
        if (WorkItemLifecycle.Allows(item.Kind, item.State, act))
        {
            return true;
        }

        var number = item.Number.ToString(CultureInfo.InvariantCulture);
        if (item.State == WorkItemState.Open)
        {
            run.Refuse(
                RefusalReason.InvalidState,
                "work-item.wrong-kind",
                $"Expected a work item that one can {Words.Of(act)}, but found work item {number}, which is to {Words.Of(item.Kind)}.",
                Words.Of(act),
                number);
            return false;
        }

        var found = Words.Found(item);
        run.Refuse(RefusalReason.InvalidState, "work-item.not-open", $"Expected work item {number} to be open, but found it {found}.", number, found);
        return false;
    }

    /// <summary>The step allows it.</summary>
    public static bool IsAllowedHere(StepRun run, bool allowed, WorkItem item, string act)
    {
        if (allowed)
        {
            return true;
        }

        run.Refuse(RefusalReason.Forbidden, "step.not-allowed", $"Expected a step at which one may {act}, but '{item.ActivityId}' does not allow it.", act, item.ActivityId);
        return false;
    }

    /// <summary>The person may be given a work item.</summary>
    public static bool IsCandidate(StepRun run, WorkItem item, Guid to, Guid? samePositionAs)
    {
        if (!run.Ask(new CandidateQuestion(item.ActivityId, to, samePositionAs), out var may))
        {
            return false;
        }

        if (!may)
        {
            run.Refuse(
                RefusalReason.Invalid,
                samePositionAs is null ? "person.left" : "person.other-position",
                samePositionAs is null ? "Expected somebody who is with the company." : "Expected somebody of the same position.");
        }

        return may;
    }

    /// <summary>The step of the item does not stand still for a return.</summary>
    public static bool GoesOn(StepRun run, WorkItem item)
    {
        if (!Returning.StandsStill(run.State, run.State.Visit(item.Visit)))
        {
            return true;
        }

        run.Refuse(RefusalReason.InvalidState, "step.stands-still", $"Expected a step that goes on, but '{item.ActivityId}' stands still until a return has come back.", item.ActivityId);
        return false;
    }

    /// <summary>The person holds the work item, or may act for whoever does.</summary>
    public static bool MayActFor(StepRun run, WorkItem item, Guid person)
    {
        if (item.Person == person)
        {
            return true;
        }

        if (!run.Ask(new ProxyQuestion(item.ActivityId, item.Person, person), out var may))
        {
            return false;
        }

        if (!may)
        {
            var number = item.Number.ToString(CultureInfo.InvariantCulture);
            run.Refuse(RefusalReason.Forbidden, "work-item.not-yours", $"Expected the person of work item {number} or a proxy, but found somebody else.", number);
        }

        return may;
    }
}
