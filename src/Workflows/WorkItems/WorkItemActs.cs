using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Runtime.Commands;

namespace Workflows.WorkItems;

/// <summary>What its holder can do with a work item now: the lifecycles and the actions of the step together. For pages.</summary>
public static class WorkItemActs
{
    public static IReadOnlyList<WorkItemAct> For(CompiledWorkflow workflow, InstanceState state, WorkItem item) =>
        [.. WorkItemLifecycle.LegalActs(item.Kind, item.State).Where(act => InstanceLifecycle.Allows(state.Status, ActOf(act)) && IsPossible(workflow, state, item, act))];

    /// <summary>Whether a person can take back what was decided on an item, the record not being changed since.</summary>
    public static bool MayTakeBack(CompiledWorkflow workflow, InstanceState state, WorkItem item, Guid person) =>
        TakeBackHandler.IsPossible(workflow, state, item, person);

    /// <summary>Whether an act needs a comment at the step of the item.</summary>
    public static bool NeedsComment(CompiledWorkflow workflow, WorkItem item, WorkItemAct act)
    {
        var step = workflow.Find(item.ActivityId) as PersonStepActivity;
        return act switch
        {
            WorkItemAct.Approve => step is Activities.Approval.ApprovalActivity { ApproveNeedsComment: true } && item.Kind == WorkItemKind.Approve,
            WorkItemAct.Reject => item.Kind == WorkItemKind.Advise || step?.ActionsInForce.Reject == CommentedAct.WithComment,
            WorkItemAct.Return => step?.ActionsInForce.Return == CommentedAct.WithComment,
            WorkItemAct.Reassign => true,
            _ => false,
        };
    }

    private static InstanceAct ActOf(WorkItemAct act) => act switch
    {
        WorkItemAct.Resubmit => InstanceAct.Resubmit,
        WorkItemAct.MarkRead => InstanceAct.Copy,
        WorkItemAct.TakeBack => InstanceAct.TakeBack,
        WorkItemAct.Reassign => InstanceAct.Reassign,
        WorkItemAct.Transfer or WorkItemAct.Delegate or WorkItemAct.Recall or WorkItemAct.AddSigners or WorkItemAct.Remove => InstanceAct.PassOn,
        _ => InstanceAct.CompleteWorkItem,
    };

    private static bool IsPossible(CompiledWorkflow workflow, InstanceState state, WorkItem item, WorkItemAct act)
    {
        var actions = (workflow.Find(item.ActivityId) as PersonStepActivity)?.ActionsInForce ?? StepActions.Everyday;
        return act switch
        {
            WorkItemAct.Reject => item.Kind == WorkItemKind.Advise || actions.Reject != CommentedAct.Off,
            WorkItemAct.Return => actions.Return != CommentedAct.Off && ReturnTargets.Of(workflow, state, item.Visit).Count > 0,
            WorkItemAct.Transfer => actions.Transfer != TransferRule.Off,
            WorkItemAct.Delegate => actions.Delegate != DelegateRule.Off,
            WorkItemAct.AddSigners => actions.AddSigners is null or { Count: > 0 },
            WorkItemAct.Recall => item.HeldFor == HeldFor.Delegate && GoesOn(state, item),
            WorkItemAct.Remove => item.Added is not null && GoesOn(state, item),
            WorkItemAct.TakeBack => TakeBackHandler.IsPossible(workflow, state, item, item.ActedBy ?? item.Person),
            _ => true,
        };
    }

    private static bool GoesOn(InstanceState state, WorkItem item)
    {
        var draft = new InstanceDraft(state);
        return !Returning.StandsStill(draft, draft.Visit(item.Visit));
    }
}
