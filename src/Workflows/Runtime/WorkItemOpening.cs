using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>Opens work items, each with the deadline of its step.</summary>
internal static class WorkItemOpening
{
    /// <summary>Asks the signer at this position of a visit. False when the run has stopped, or the step has become an incident.</summary>
    public static bool Open(StepRun run, PersonStepActivity step, ActivityVisit visit, int order)
    {
        var signer = visit.Signers[order];
        return Open(run, step, visit, KindOf(step), signer.Person, signer.Because, order, null, null) is not null;
    }

    /// <summary>Asks one more person, who was added or delegated to. Null when the run has stopped, or the step has become an incident.</summary>
    public static WorkItem? Open(
        StepRun run,
        PersonStepActivity step,
        ActivityVisit visit,
        WorkItemKind kind,
        Guid person,
        string because,
        int order,
        int? origin,
        AddedPlace? added)
    {
        if (!Deadlines.Due(run, visit, step, person, out var due))
        {
            return null;
        }

        var number = run.State.NextWorkItem;
        run.Emit(new WorkItemOpened(run.Now, number, kind, visit.ActivityId, visit.Number, person, because, run.State.Round, order)
        {
            Origin = origin,
            Added = added,
        });
        if (due is { } at)
        {
            run.Emit(new WorkItemDue(run.Now, number, at, run.Now));
            Deadlines.Arm(run, run.State.FindWorkItem(number)!);
        }

        return run.State.FindWorkItem(number);
    }

    public static WorkItemKind KindOf(PersonStepActivity step) =>
        step is Activities.Approval.ApprovalActivity ? WorkItemKind.Approve : WorkItemKind.FillIn;

    /// <summary>Gives the instance back to its initiator: the item belongs to the visit of the start.</summary>
    public static void OpenRevision(StepRun run)
    {
        var start = run.State.Path[0];
        run.Emit(new WorkItemOpened(
            run.Now,
            run.State.NextWorkItem,
            WorkItemKind.Revise,
            start.ActivityId,
            start.Number,
            run.State.Initiator,
            "",
            run.State.Round,
            0));
    }

    /// <summary>Sends copies to read to those who have none open yet.</summary>
    public static void OpenCopies(StepRun run, ActivityVisit visit, IEnumerable<Signer> people)
    {
        foreach (var reader in people.DistinctBy(reader => reader.Person))
        {
            if (!run.State.WorkItems.Exists(item => item is { Kind: WorkItemKind.Read, State: WorkItemState.Open } && item.Person == reader.Person))
            {
                run.Emit(new WorkItemOpened(
                    run.Now,
                    run.State.NextWorkItem,
                    WorkItemKind.Read,
                    visit.ActivityId,
                    visit.Number,
                    reader.Person,
                    reader.Because,
                    run.State.Round,
                    0));
            }
        }
    }
}
