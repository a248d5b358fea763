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
        if (!Deadlines.Due(run, visit, step, signer.Person, out var due))
        {
            return false;
        }

        Open(run, new WorkItemOpened(run.Now, run.State.NextWorkItem, KindOf(step), step.Id, visit.Number, signer.Person, signer.Because, run.State.Round, order), due);
        return !run.IsStopped;
    }

    /// <summary>Asks one more person, whom the holder of an item brings in.</summary>
    /// <param name="due">When the item is due, asked for before anything was done.</param>
    public static WorkItem Open(StepRun run, WorkItem origin, WorkItemKind kind, Guid person, string because, AddedPlace? added, DateTimeOffset? due) =>
        Open(
            run,
            new WorkItemOpened(run.Now, run.State.NextWorkItem, kind, origin.ActivityId, origin.Visit, person, because, run.State.Round, origin.Order)
            {
                Origin = origin.Number,
                Added = added,
            },
            due);

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

    private static WorkItem Open(StepRun run, WorkItemOpened opened, DateTimeOffset? due)
    {
        run.Emit(opened);
        if (due is { } at)
        {
            run.Emit(new WorkItemDue(run.Now, opened.Number, at, run.Now));
            Deadlines.Settle(run, run.State.FindWorkItem(opened.Number)!);
        }

        return run.State.FindWorkItem(opened.Number)!;
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
