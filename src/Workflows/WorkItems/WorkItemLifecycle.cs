using System.Collections.Frozen;

namespace Workflows.WorkItems;

/// <summary>An act on a work item, for <see cref="WorkItemLifecycle"/>.</summary>
public enum WorkItemAct
{
    Approve,
    Reject,
    Return,
    Resubmit,
    Complete,
    MarkRead,
    Transfer,
    Delegate,
    Recall,
    AddSigners,
    Remove,
    TakeBack,
    Reassign,
}

/// <summary>
/// Which acts are legal on a work item, by kind and state. Whatever is not in the table is refused. The actions of a
/// step (<see cref="Definitions.StepActions"/>) narrow it; <see cref="WorkItemActs"/> joins the two for pages.
/// </summary>
public static class WorkItemLifecycle
{
    private static readonly FrozenDictionary<(WorkItemKind Kind, WorkItemState State), IReadOnlyList<WorkItemAct>> Table =
        new Dictionary<(WorkItemKind, WorkItemState), IReadOnlyList<WorkItemAct>>
        {
            [(WorkItemKind.Approve, WorkItemState.Open)] =
            [
                WorkItemAct.Approve, WorkItemAct.Reject, WorkItemAct.Return, WorkItemAct.Transfer, WorkItemAct.Delegate,
                WorkItemAct.AddSigners, WorkItemAct.Remove, WorkItemAct.Reassign,
            ],
            [(WorkItemKind.Approve, WorkItemState.Held)] = [WorkItemAct.Recall, WorkItemAct.Remove, WorkItemAct.Reassign],
            [(WorkItemKind.Approve, WorkItemState.Approved)] = [WorkItemAct.TakeBack],
            [(WorkItemKind.Approve, WorkItemState.Rejected)] = [WorkItemAct.TakeBack],
            [(WorkItemKind.Approve, WorkItemState.Returned)] = [WorkItemAct.TakeBack],
            [(WorkItemKind.FillIn, WorkItemState.Open)] =
                [WorkItemAct.Complete, WorkItemAct.Return, WorkItemAct.Transfer, WorkItemAct.Delegate, WorkItemAct.Reassign],
            [(WorkItemKind.FillIn, WorkItemState.Held)] = [WorkItemAct.Recall, WorkItemAct.Reassign],
            [(WorkItemKind.FillIn, WorkItemState.Done)] = [WorkItemAct.TakeBack],
            [(WorkItemKind.FillIn, WorkItemState.Returned)] = [WorkItemAct.TakeBack],
            [(WorkItemKind.Advise, WorkItemState.Open)] = [WorkItemAct.Approve, WorkItemAct.Reject, WorkItemAct.Reassign],
            [(WorkItemKind.Advise, WorkItemState.Held)] = [WorkItemAct.Reassign],
            [(WorkItemKind.Advise, WorkItemState.Done)] = [WorkItemAct.TakeBack],
            [(WorkItemKind.Revise, WorkItemState.Open)] = [WorkItemAct.Resubmit, WorkItemAct.Reassign],
            [(WorkItemKind.Read, WorkItemState.Open)] = [WorkItemAct.MarkRead],
        }.ToFrozenDictionary();

    public static IReadOnlyList<WorkItemAct> LegalActs(WorkItemKind kind, WorkItemState state) =>
        Table.GetValueOrDefault((kind, state), []);

    public static bool Allows(WorkItemKind kind, WorkItemState state, WorkItemAct act)
    {
        var legal = LegalActs(kind, state);
        for (var i = 0; i < legal.Count; i++)
        {
            if (legal[i] == act)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The act that a decision is.</summary>
    public static WorkItemAct ActOf(WorkItemDecision decision) => decision switch
    {
        WorkItemDecision.Approve => WorkItemAct.Approve,
        WorkItemDecision.Reject => WorkItemAct.Reject,
        WorkItemDecision.Return => WorkItemAct.Return,
        _ => WorkItemAct.Complete,
    };
}
