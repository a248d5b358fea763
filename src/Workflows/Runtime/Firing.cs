using Workflows.Activities;
using Workflows.Activities.HttpCall;
using Workflows.Activities.SubWorkflow;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>What follows when a wait is over.</summary>
internal static class Firing
{
    /// <summary>Whether a wait can be acted on now, or must be kept until the instance, the branch or the item goes on.</summary>
    public static bool CanAct(StepRun run, PendingWait wait)
    {
        if (run.State.Status != InstanceStatus.Running || Returning.StandsStill(run.State, run.State.Visit(wait.Visit)))
        {
            return false;
        }

        return wait.WorkItem is not { } number
            || run.State.FindWorkItem(number)!.State == WorkItemState.Open
            || TierOf(run, wait)?.Act is not (TierAct.Approve or TierAct.Reject);
    }

    /// <summary>Acts on the first wait that was over while something stood still, and that need not be kept any longer.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Kept(StepRun run)
    {
        foreach (var wait in run.State.Waits)
        {
            if (wait.Fired is { } outcome && CanAct(run, wait))
            {
                Act(run, wait, outcome, null);
                return true;
            }
        }

        return false;
    }

    /// <param name="failure">Why a call failed.</param>
    public static void Act(StepRun run, PendingWait wait, string outcome, string? failure)
    {
        run.Emit(new WaitClosed(run.Now, wait.Number));
        var visit = run.State.Visit(wait.Visit);
        switch (wait.Kind)
        {
            case WaitFor.Deadline:
                Tier(run, wait, visit);
                break;
            case WaitFor.Child:
                SubWorkflowKind.Ended(run, visit, outcome);
                break;
            case WaitFor.Call:
                HttpCallKind.Answered(run, visit, outcome, failure);
                break;
            default:
                Interruption.Close(run, visit, WorkItemCloseReason.NotNeeded);
                run.Leave(visit, new Completion(outcome));
                break;
        }
    }

    private static DeadlineTier? TierOf(StepRun run, PendingWait wait) =>
        wait.Tier is { } index && run.Workflow.Find(run.State.Visit(wait.Visit).ActivityId) is PersonStepActivity { Deadline.Tiers: var tiers } && index < tiers.Count
            ? tiers[index]
            : null;

    private static void Tier(StepRun run, PendingWait wait, ActivityVisit visit)
    {
        var item = run.State.FindWorkItem(wait.WorkItem!.Value)!;
        if (TierOf(run, wait) is not { } tier || run.Workflow.Find(visit.ActivityId) is not PersonStepActivity step)
        {
            // Another version has fewer tiers.
            Deadlines.Settle(run, item);
            return;
        }

        run.Emit(new TierReached(run.Now, item.Number, visit.ActivityId, wait.Tier!.Value, tier.Act));
        switch (tier.Act)
        {
            case TierAct.Remind:
                run.Emit(new NotificationRequested(run.Now, visit.ActivityId, [item.Person], "") { Kind = NotificationKind.Reminder });
                break;
            case TierAct.Tell:
                Tell(run, visit, tier, wait.Tier.Value, item);
                break;
            case TierAct.Reassign:
                Reassign(run, visit, tier, wait.Tier.Value, item);
                break;
            default:
                PersonSteps.DecideByDeadline(run, step, visit, item, tier.Act);
                return;
        }

        Deadlines.Settle(run, run.State.FindWorkItem(item.Number)!);
    }

    private static void Tell(StepRun run, ActivityVisit visit, DeadlineTier tier, int index, WorkItem item)
    {
        if (Find(run, visit, tier, index, item) is { Count: > 0 } people)
        {
            run.Emit(new NotificationRequested(run.Now, visit.ActivityId, [.. people.Select(one => one.Person).Distinct()], "") { Kind = NotificationKind.Late });
        }
    }

    private static void Reassign(StepRun run, ActivityVisit visit, DeadlineTier tier, int index, WorkItem item)
    {
        if (Find(run, visit, tier, index, item)?.FirstOrDefault(one => one.Person != item.Person && !PersonSteps.IsAsked(run, item, one.Person)) is { } taker)
        {
            run.Emit(new WorkItemPassed(run.Now, item.Number, visit.ActivityId, item.Person, taker.Person, PassedHow.Deadline, null, null));
        }
    }

    private static IReadOnlyList<Signer>? Find(StepRun run, ActivityVisit visit, DeadlineTier tier, int index, WorkItem item)
    {
        PeopleQuestion question = tier.To is { Count: > 0 } rules
            ? new RecipientsQuestion(visit.ActivityId, rules, index)
            : new ManagerQuestion(visit.ActivityId, item.Person);
        return run.Ask(visit, question, out var people) ? people : null;
    }
}
