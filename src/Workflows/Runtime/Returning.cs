using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// Returns. In order: what lies behind the target is undone. Straight: it stands still, held, until the target is done,
/// and the step that returned is then asked anew.
/// </summary>
internal static class Returning
{
    public static bool IsUnderWay(InstanceDraft state, int number) => state.Returns.Exists(one => one.Number == number && one.ComesBack);

    /// <param name="visit">The visit that returns; its own item is completed already.</param>
    /// <param name="target">Where it goes: a visit that counts, or null for the initiator.</param>
    public static void Return(StepRun run, ActivityVisit visit, ActivityVisit? target, ResumeMode resume, Guid person, string comment)
    {
        var state = run.State;
        var since = target ?? state.Path[0];
        var number = state.Returns.Count == 0 ? 1 : state.Returns[^1].Number + 1;
        Interruption.Close(run, visit, WorkItemCloseReason.ReturnedByAnother);
        run.Emit(new ActivityCompleted(run.Now, visit.Number, visit.ActivityId, Outcomes.Returned, CompletionCause.Itself));
        if (resume == ResumeMode.InOrder)
        {
            Interruption.Where(
                run,
                other => state.IsBehind(other.Branch, other.Number, since),
                one => state.IsBehind(one.Branch, one.Visit, since),
                WorkItemCloseReason.ReturnedByAnother,
                Outcomes.Returned);
        }
        else
        {
            Hold(run, since);
        }

        run.Emit(new InstanceReturned(run.Now, visit.Number, visit.ActivityId, person, comment, resume)
        {
            Number = number,
            Target = target?.ActivityId,
            Branch = visit.Branch,
            Since = since.Number,
            Detour = visit.Detour,
        });
        GoTo(run, visit, target, resume, number);
    }

    /// <summary>A straight return is done: what stood still goes on, and the step that returned is asked anew.</summary>
    public static void ComeBack(StepRun run, int number, int from)
    {
        var one = run.State.Returns.Find(one => one.Number == number)!;
        run.Emit(new ReturnEnded(run.Now, number));
        foreach (var item in run.State.WorkItems.Where(item => item is { State: WorkItemState.Held, HeldFor: HeldFor.Return } && !StandsStill(run.State, run.State.Visit(item.Visit))).ToList())
        {
            Releasing.Release(run, item);
        }

        Deadlines.SettleAll(run);
        run.Go(run.Workflow.IndexOf(one.ActivityId)!.Value, one.Branch, from, one.Detour);
    }

    /// <summary>A straight return will never come back, nor those that it lies on the way of: what stood still is left.</summary>
    public static void GiveUp(StepRun run, int number)
    {
        var state = run.State;
        var one = state.Returns.Find(one => one.Number == number)!;
        var since = state.Visit(one.Since);
        Interruption.Where(
            run,
            visit => IsStill(state, one, visit),
            other => state.IsBehind(other.Branch, other.Visit, since),
            WorkItemCloseReason.NotNeeded,
            Outcomes.Cancelled);
    }

    /// <summary>Whether a visit stands still because of a straight return.</summary>
    public static bool StandsStill(InstanceDraft state, ActivityVisit visit) =>
        state.Returns.Exists(one => one.ComesBack && IsStill(state, one, visit));

    private static bool IsStill(InstanceDraft state, InstanceReturn one, ActivityVisit visit) =>
        visit.IsLive
        && visit.EnteredBy < one.MadeBy
        && state.Path.Find(found => found.Number == one.Since) is { } since
        && state.IsBehind(visit.Branch, visit.Number, since);

    private static void Hold(StepRun run, ActivityVisit since)
    {
        var held = run.State.Path
            .Where(visit => visit.IsLive && run.State.IsBehind(visit.Branch, visit.Number, since))
            .Select(visit => visit.Number)
            .ToHashSet();
        foreach (var item in run.State.WorkItems.Where(item => item.IsPending && item.Kind != WorkItemKind.Read && held.Contains(item.Visit)).ToList())
        {
            if (item.State == WorkItemState.Open)
            {
                run.Emit(new WorkItemHeld(run.Now, item.Number, HeldFor.Return) { StopsClock = true });
            }
            else if (item is { DueAt: not null, StoppedAt: null })
            {
                // It waits for a signer or a delegate who stands still now.
                run.Emit(new WorkItemHeld(run.Now, item.Number, item.HeldFor!.Value) { StopsClock = true });
            }
        }

        foreach (var wait in run.State.Waits.Where(wait => wait.WorkItem is not null && held.Contains(wait.Visit)).ToList())
        {
            run.Emit(new WaitClosed(run.Now, wait.Number));
        }
    }

    private static void GoTo(StepRun run, ActivityVisit visit, ActivityVisit? target, ResumeMode resume, int number)
    {
        if (target is null)
        {
            WorkItemOpening.OpenRevision(run);
            return;
        }

        var activity = run.Workflow.IndexOf(target.ActivityId)!.Value;
        if (resume == ResumeMode.StraightBack)
        {
            run.Go(activity, target.Branch, visit.Number, number);
            return;
        }

        run.Emit(new VisitsVoided(
            run.Now,
            [.. run.State.Path.Where(one => run.State.IsBehind(one.Branch, one.Number, target)).Select(one => one.Number)]));
        run.Go(activity, target.Branch, target.From, target.Detour);
    }
}
