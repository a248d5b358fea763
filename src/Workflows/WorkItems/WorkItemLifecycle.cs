using System.Collections.Frozen;

namespace Workflows.WorkItems;

/// <summary>An act on a work item, for <see cref="WorkItemLifecycle"/>.</summary>
public enum WorkItemAct
{
    Approve,
    Reject,
    Return,
    Resubmit,
}

/// <summary>
/// Which acts are legal on a work item, by kind and state. Whatever is not in the table is refused. Pages list exactly
/// these acts; the engine asks the same table.
/// </summary>
public static class WorkItemLifecycle
{
    private static readonly FrozenDictionary<(WorkItemKind Kind, WorkItemState State), IReadOnlyList<WorkItemAct>> Table =
        new Dictionary<(WorkItemKind, WorkItemState), IReadOnlyList<WorkItemAct>>
        {
            [(WorkItemKind.Approve, WorkItemState.Open)] = [WorkItemAct.Approve, WorkItemAct.Reject, WorkItemAct.Return],
            [(WorkItemKind.Revise, WorkItemState.Open)] = [WorkItemAct.Resubmit],
        }.ToFrozenDictionary();

    public static IReadOnlyList<WorkItemAct> LegalActs(WorkItemKind kind, WorkItemState state) =>
        Table.GetValueOrDefault((kind, state), []);

    public static bool Allows(WorkItemKind kind, WorkItemState state, WorkItemAct act) =>
        LegalActs(kind, state).Contains(act);

    /// <summary>The act that a decision is.</summary>
    public static WorkItemAct ActOf(WorkItemDecision decision) => decision switch
    {
        WorkItemDecision.Approve => WorkItemAct.Approve,
        WorkItemDecision.Reject => WorkItemAct.Reject,
        _ => WorkItemAct.Return,
    };
}
