using System.Globalization;
using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

internal static class CompleteWorkItemHandler
{
    public static void Handle(StepRun run, InstanceState? state, CompleteWorkItem command)
    {
        if (Find(run, state, command) is not { } item
            || !Precondition.Allows(run, state, InstanceAct.CompleteWorkItem))
        {
            return;
        }

        var activity = (ApprovalActivity)run.Workflow.Activities[run.Workflow.IndexOf(item.ActivityId)!.Value];
        var needsComment = command.Decision != WorkItemDecision.Approve || activity.ApproveNeedsComment;
        if (needsComment && !Precondition.HasComment(run, command.Comment, Verb(command.Decision)))
        {
            return;
        }

        run.Emit(new WorkItemCompleted(
            run.Now, item.Number, item.ActivityId, command.Decision, command.Person, command.Comment, run.Now - item.OpenedAt));
        var visit = run.State.Path.First(visit => visit.Number == item.Visit);
        switch (command.Decision)
        {
            case WorkItemDecision.Approve:
                ApprovalKind.Approved(run, activity, visit, item);
                break;
            case WorkItemDecision.Reject:
                ApprovalKind.Rejected(run, visit);
                break;
            default:
                Return(run, visit, command);
                break;
        }
    }

    private static void Return(StepRun run, ActivityVisit visit, CompleteWorkItem command)
    {
        OpenWorkItems.Interrupt(run, WorkItemCloseReason.ReturnedByAnother, Outcomes.Returned);
        run.Emit(new InstanceReturned(run.Now, visit.Number, visit.ActivityId, command.Person, command.Comment!, command.Resume));
        OpenWorkItems.OpenRevision(run);
    }

    /// <summary>The work item, if it is the person's and may be decided this way.</summary>
    private static WorkItem? Find(StepRun run, InstanceState? state, CompleteWorkItem command)
    {
        var number = command.WorkItem.ToString(CultureInfo.InvariantCulture);
        if (state is null || command.WorkItem < 1 || command.WorkItem >= state.NextWorkItem)
        {
            run.Refuse(RefusalReason.NotFound, "work-item.not-found", $"Expected a work item of this instance, but found no number {number}.", number);
            return null;
        }

        if (state.FindWorkItem(command.WorkItem) is not { } item)
        {
            run.Refuse(
                RefusalReason.InvalidState,
                "work-item.not-open",
                $"Expected work item {number} to be open, but found it closed in an earlier round.",
                number,
                "closed in an earlier round");
            return null;
        }

        if (item.Person != command.Person)
        {
            run.Refuse(RefusalReason.Forbidden, "work-item.not-yours", $"Expected the person of work item {number}, but found somebody else.", number);
            return null;
        }

        if (WorkItemLifecycle.Allows(item.Kind, item.State, WorkItemLifecycle.ActOf(command.Decision)))
        {
            return item;
        }

        RefuseIllegal(run, item, command.Decision, number);
        return null;
    }

    private static void RefuseIllegal(StepRun run, WorkItem item, WorkItemDecision decision, string number)
    {
        if (item.State == WorkItemState.Open)
        {
            run.Refuse(
                RefusalReason.InvalidState,
                "work-item.wrong-kind",
                $"Expected an approval to {Verb(decision)}, but found work item {number}, which is to revise and resubmit.",
                Verb(decision),
                number);
            return;
        }

        var found = Found(item);
        run.Refuse(RefusalReason.InvalidState, "work-item.not-open", $"Expected work item {number} to be open, but found it {found}.", number, found);
    }

    private static string Found(WorkItem item)
    {
        var what = (item.State, item.CloseReason) switch
        {
            (WorkItemState.Approved, _) => "approved",
            (WorkItemState.Rejected, _) => "rejected",
            (WorkItemState.Returned, _) => "returned",
            (_, WorkItemCloseReason.ApprovedByAnother) => "closed, approved by somebody else,",
            (_, WorkItemCloseReason.RejectedByAnother) => "closed, rejected by somebody else,",
            (_, WorkItemCloseReason.ReturnedByAnother) => "closed, returned by somebody else,",
            (_, WorkItemCloseReason.Resubmitted) => "closed by resubmitting",
            _ => "closed by withdrawing",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{what} on {item.ClosedAt?.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
    }

    private static string Verb(WorkItemDecision decision) => decision switch
    {
        WorkItemDecision.Approve => "approve",
        WorkItemDecision.Reject => "reject",
        _ => "return",
    };
}
