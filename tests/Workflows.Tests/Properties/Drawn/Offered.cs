using Workflows.Activities.FillIn;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>The command that a page sends for an act that it offers, filled in rightly.</summary>
internal static class Offered
{
    /// <summary>Null for acts that a holder does not do.</summary>
    public static WorkflowCommand? Command(GamePlay play, WorkItem item, WorkItemAct act)
    {
        var (workflow, state) = (play.Workflow, play.State!);
        var actions = (workflow.Find(item.ActivityId) as PersonStepActivity)?.ActionsInForce ?? StepActions.Everyday;
        return act switch
        {
            WorkItemAct.Approve => new CompleteWorkItem(item.Number, item.Person, WorkItemDecision.Approve, "words"),
            WorkItemAct.Reject => new CompleteWorkItem(item.Number, item.Person, WorkItemDecision.Reject, "words"),
            WorkItemAct.Complete => new CompleteWorkItem(item.Number, item.Person, WorkItemDecision.Complete, "words")
            {
                Button = (workflow.Find(item.ActivityId) as FillInActivity)?.Buttons?.FirstOrDefault()?.Name,
            },
            WorkItemAct.Return => new CompleteWorkItem(item.Number, item.Person, WorkItemDecision.Return, "words") { To = ReturnTargets.Of(workflow, state, item.Visit)[0] },
            WorkItemAct.Resubmit => new Resubmit(item.Person, "words"),
            WorkItemAct.MarkRead => new MarkRead(item.Number, item.Person),
            WorkItemAct.Transfer => new TransferWorkItem(item.Number, item.Person, People.Left, null),
            WorkItemAct.Delegate => new DelegateWorkItem(item.Number, item.Person, People.Left, null),
            WorkItemAct.Recall => new RecallWorkItem(item.Number, item.Person),
            WorkItemAct.AddSigners => new AddSigners(item.Number, item.Person, actions.AddSigners?[0] ?? AddedPlace.Before, [People.Left], null),
            WorkItemAct.Remove => new RemoveSigner(item.Number, state.FindWorkItem(item.Origin!.Value)!.Person),
            WorkItemAct.TakeBack => new TakeBackDecision(item.Number, item.ActedBy ?? item.Person),
            WorkItemAct.Reassign => new ReassignWorkItem(item.Number, People.Admin, People.Left, "words"),
            _ => null,
        };
    }
}
