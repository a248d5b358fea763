using System.Collections.Frozen;

namespace Workflows.Runtime;

/// <summary>An act on an instance, for <see cref="InstanceLifecycle"/>.</summary>
public enum InstanceAct
{
    Start,
    CompleteWorkItem,
    Resubmit,
    Withdraw,
}

/// <summary>Which acts are legal on an instance, by status. Whatever is not in the table is refused.</summary>
public static class InstanceLifecycle
{
    private static readonly FrozenDictionary<InstanceStatus, IReadOnlyList<InstanceAct>> Table =
        new Dictionary<InstanceStatus, IReadOnlyList<InstanceAct>>
        {
            [InstanceStatus.NotStarted] = [InstanceAct.Start],
            [InstanceStatus.Running] = [InstanceAct.CompleteWorkItem, InstanceAct.Withdraw],
            [InstanceStatus.Returned] = [InstanceAct.Resubmit, InstanceAct.Withdraw],
            [InstanceStatus.Completed] = [],
            [InstanceStatus.Rejected] = [],
            [InstanceStatus.Withdrawn] = [],
        }.ToFrozenDictionary();

    public static IReadOnlyList<InstanceAct> LegalActs(InstanceStatus status) => Table[status];

    public static bool Allows(InstanceStatus status, InstanceAct act) => Table[status].Contains(act);

    /// <summary>The statuses in which the act is legal.</summary>
    public static IReadOnlyList<InstanceStatus> StatusesFor(InstanceAct act) =>
        [.. Table.Where(row => row.Value.Contains(act)).Select(row => row.Key).Order()];
}
