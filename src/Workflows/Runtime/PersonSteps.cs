using Workflows.Activities;
using Workflows.Activities.Approval;
using Workflows.Activities.FillIn;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// How a step at which people act goes on after one of them has. Each signer found has a place (<see cref="WorkItem.Order"/>);
/// added signers and delegates belong to the place of the signer who brought them in.
/// </summary>
internal static class PersonSteps
{
    /// <summary>Opens what should be open by now: everybody's item, or the next one of a sequence.</summary>
    public static void OpenDue(StepRun run, PersonStepActivity step, ActivityVisit visit)
    {
        var oneByOne = step is ApprovalActivity { Mode: SignMode.Sequence };
        for (var order = 0; order < visit.Signers.Count; order++)
        {
            if (visit.Signers[order].HasApproved)
            {
                continue;
            }

            if (Main(run, visit, order) is not { } item)
            {
                if (!WorkItemOpening.Open(run, step, visit, order) || oneByOne)
                {
                    return;
                }
            }
            else if (oneByOne && !IsSatisfied(run, item))
            {
                return;
            }
        }
    }

    /// <summary>An item of the step was completed: what waited for it goes on, and perhaps the step is done.</summary>
    public static void Completed(StepRun run, PersonStepActivity step, ActivityVisit visit, WorkItem item)
    {
        if (item.Kind == WorkItemKind.Advise)
        {
            Releasing.Release(run, run.State.FindWorkItem(item.Origin!.Value)!);
            return;
        }

        // A delegate may have been asked by a delegate.
        for (var decided = item; decided is { Origin: { } origin, Added: null } && run.State.FindWorkItem(origin) is { State: WorkItemState.Held } holder; decided = holder)
        {
            Interruption.CloseItem(run, holder, WorkItemCloseReason.DecidedByDelegate);
        }

        if (item.State == WorkItemState.Rejected)
        {
            if (step is not ApprovalActivity { Mode: SignMode.Vote })
            {
                Interruption.Close(run, visit, WorkItemCloseReason.RejectedByAnother);
                run.Leave(visit, new Completion(Outcomes.Rejected));
                return;
            }

            ClosePlace(run, visit, item.Order);
        }

        GoOn(run, step, visit, item.Button);
    }

    /// <summary>Lets go on whatever need not wait any longer, and ends the step when it is decided.</summary>
    public static void GoOn(StepRun run, PersonStepActivity step, ActivityVisit visit, string? button)
    {
        foreach (var held in Items(run, visit).Where(item => item.State == WorkItemState.Held).ToList())
        {
            if (MayGoOn(run, held))
            {
                Releasing.Release(run, held);
            }
        }

        if (run.IsStopped)
        {
            return;
        }

        if (OutcomeOf(run, step, visit) is { } outcome)
        {
            Interruption.Close(run, visit, step is ApprovalActivity ? ReasonFor(outcome) : WorkItemCloseReason.DoneByAnother);
            run.Leave(visit, new Completion(outcome == Outcomes.Done && button is not null ? button : outcome));
        }
        else
        {
            OpenDue(run, step, visit);
        }
    }

    /// <summary>The outcome that the signers' earlier approvals alone give; null when somebody must be asked.</summary>
    public static string? OutcomeOf(StepRun run, PersonStepActivity step, ActivityVisit visit) => step switch
    {
        ApprovalActivity { Mode: SignMode.Vote } vote => Votes(run, vote, visit),
        ApprovalActivity { Mode: SignMode.Any } => Satisfied(run, visit).Any(done => done) ? Outcomes.Approved : null,
        ApprovalActivity => Satisfied(run, visit).All(done => done) ? Outcomes.Approved : null,
        FillInActivity { Everybody: true } => Satisfied(run, visit).All(done => done) ? Outcomes.Done : null,
        _ => Satisfied(run, visit).Any(done => done) ? Outcomes.Done : null,
    };

    /// <summary>Nobody has two pending items of one visit.</summary>
    public static bool IsAsked(StepRun run, WorkItem item, Guid person) =>
        run.State.WorkItems.Exists(other => other.Visit == item.Visit && other.Person == person && other.IsPending && other.Kind != WorkItemKind.Read)
        || WillBeAsked(run, run.State.Visit(item.Visit), person);

    /// <summary>The way in which a task ends when nobody chooses one; null when it has only one.</summary>
    public static string? FirstButton(PersonStepActivity? step) => step is FillInActivity { Buttons: [var first, ..] } ? first.Name : null;

    /// <summary>A deadline approves, completes or rejects in place of the holder.</summary>
    public static void DecideByDeadline(StepRun run, PersonStepActivity step, ActivityVisit visit, WorkItem item, TierAct act)
    {
        var decision = act == TierAct.Reject ? WorkItemDecision.Reject : step is ApprovalActivity ? WorkItemDecision.Approve : WorkItemDecision.Complete;
        var button = decision == WorkItemDecision.Complete ? FirstButton(step) : null;
        run.Emit(new WorkItemCompleted(run.Now, item.Number, visit.ActivityId, decision, item.Person, null, run.Now - item.OpenedAt)
        {
            ByDeadline = true,
            Button = button,
        });
        Completed(run, step, visit, run.State.FindWorkItem(item.Number)!);
    }

    /// <summary>A place that votes no has: nobody else of it is asked any more.</summary>
    private static void ClosePlace(StepRun run, ActivityVisit visit, int order)
    {
        foreach (var item in Items(run, visit).Where(item => item.IsPending && item.Order == order && item.Kind != WorkItemKind.Read).ToList())
        {
            Interruption.CloseItem(run, item, WorkItemCloseReason.RejectedByAnother);
        }
    }

    /// <summary>The person has a place of their own that could not be opened yet, because of an incident. In a sequence it comes later anyway.</summary>
    private static bool WillBeAsked(StepRun run, ActivityVisit visit, Guid person)
    {
        if (run.Workflow.Find(visit.ActivityId) is not ApprovalActivity { Mode: SignMode.Sequence })
        {
            for (var order = 0; order < visit.Signers.Count; order++)
            {
                if (visit.Signers[order].Person == person && !visit.Signers[order].HasApproved && Main(run, visit, order) is null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<WorkItem> Items(StepRun run, ActivityVisit visit) => run.State.WorkItems.Where(item => item.Visit == visit.Number);

    /// <summary>The item that the rules gave this place.</summary>
    private static WorkItem? Main(StepRun run, ActivityVisit visit, int order) =>
        run.State.WorkItems.Find(item => item.Visit == visit.Number && item.Order == order && item.Origin is null && item.Kind is (WorkItemKind.Approve or WorkItemKind.FillIn));

    private static IEnumerable<bool> Satisfied(StepRun run, ActivityVisit visit) =>
        visit.Signers.Select((signer, order) => signer.HasApproved || (Main(run, visit, order) is { } item && IsSatisfied(run, item)));

    /// <summary>The item is approved or done, and so is everybody whom its holder brought in.</summary>
    private static bool IsSatisfied(StepRun run, WorkItem item)
    {
        var isDone = item.State is WorkItemState.Approved or WorkItemState.Done || item.CloseReason == WorkItemCloseReason.DecidedByDelegate;
        return isDone && run.State.WorkItems
            .Where(other => other.Origin == item.Number && other.Kind != WorkItemKind.Advise)
            .All(other => other.CloseReason is WorkItemCloseReason.Removed or WorkItemCloseReason.Recalled || IsSatisfied(run, other));
    }

    private static bool MayGoOn(StepRun run, WorkItem held) => held.HeldFor switch
    {
        HeldFor.AddedBefore => run.State.WorkItems
            .Where(other => other.Origin == held.Number && other.Added == AddedPlace.Before)
            .All(other => other.CloseReason == WorkItemCloseReason.Removed || IsSatisfied(run, other)),
        HeldFor.Adder => run.State.FindWorkItem(held.Origin!.Value) is { } adder
            && (adder.State is WorkItemState.Approved || adder.CloseReason == WorkItemCloseReason.DecidedByDelegate),
        _ => false,
    };

    private static string? Votes(StepRun run, ApprovalActivity step, ActivityVisit visit)
    {
        decimal total = 0, yes = 0, no = 0;
        foreach (var (order, signer) in visit.Signers.Index())
        {
            total += signer.Weight;
            if (signer.HasApproved || (Main(run, visit, order) is { } item && IsSatisfied(run, item)))
            {
                yes += signer.Weight;
            }
            else if (Items(run, visit).Any(item => item.Order == order && item.State == WorkItemState.Rejected))
            {
                no += signer.Weight;
            }
        }

        return Reaches(step, yes, total) ? Outcomes.Approved : Reaches(step, total - no, total) ? null : Outcomes.Rejected;
    }

    private static bool Reaches(ApprovalActivity step, decimal weight, decimal total) =>
        step.Share is { } share ? weight >= share * total : weight * 2 > total;

    private static WorkItemCloseReason ReasonFor(string outcome) =>
        outcome == Outcomes.Approved ? WorkItemCloseReason.ApprovedByAnother : WorkItemCloseReason.RejectedByAnother;
}
