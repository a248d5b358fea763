using System.Collections.Frozen;

namespace Workflows.Runtime;

/// <summary>An act on an instance, for <see cref="InstanceLifecycle"/>.</summary>
public enum InstanceAct
{
    Start,
    CompleteWorkItem,
    Resubmit,
    Withdraw,

    /// <summary>Transfer, delegate, recall, add and remove signers.</summary>
    PassOn,
    TakeBack,
    Comment,

    /// <summary>Send a copy, or mark one as read.</summary>
    Copy,
    Urge,
    Reassign,
    Jump,
    Cancel,
    Suspend,
    Resume,
    Retry,
    Migrate,

    /// <summary>A wait is over. While the instance stands still it is kept, and acted on when the instance goes on.</summary>
    Fire,
}

/// <summary>Which acts are legal on an instance, by status. Whatever is not in the table is refused.</summary>
public static class InstanceLifecycle
{
    private static readonly FrozenDictionary<InstanceStatus, IReadOnlyList<InstanceAct>> Table =
        new Dictionary<InstanceStatus, IReadOnlyList<InstanceAct>>
        {
            [InstanceStatus.NotStarted] = [InstanceAct.Start],
            [InstanceStatus.Running] =
                [InstanceAct.CompleteWorkItem, InstanceAct.Withdraw, InstanceAct.PassOn, InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy, InstanceAct.Urge, InstanceAct.Reassign, InstanceAct.Jump, InstanceAct.Cancel, InstanceAct.Suspend, InstanceAct.Retry, InstanceAct.Migrate, InstanceAct.Fire],
            [InstanceStatus.Returned] = [InstanceAct.Resubmit, InstanceAct.Withdraw, InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy, InstanceAct.Reassign, InstanceAct.Jump, InstanceAct.Cancel, InstanceAct.Suspend, InstanceAct.Migrate, InstanceAct.Fire],
            [InstanceStatus.Suspended] = [InstanceAct.Comment, InstanceAct.Copy, InstanceAct.Reassign, InstanceAct.Cancel, InstanceAct.Resume, InstanceAct.Migrate, InstanceAct.Fire],
            [InstanceStatus.Completed] = [InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy],
            [InstanceStatus.Rejected] = [InstanceAct.TakeBack, InstanceAct.Comment, InstanceAct.Copy],
            [InstanceStatus.Withdrawn] = [InstanceAct.Comment, InstanceAct.Copy],
            [InstanceStatus.Cancelled] = [InstanceAct.Comment, InstanceAct.Copy],
        }.ToFrozenDictionary();

    public static IReadOnlyList<InstanceAct> LegalActs(InstanceStatus status) => Table[status];

    public static bool Allows(InstanceStatus status, InstanceAct act) => Table[status].Contains(act);

    /// <summary>The statuses in which the act is legal.</summary>
    public static IReadOnlyList<InstanceStatus> StatusesFor(InstanceAct act) =>
        [.. Table.Where(row => row.Value.Contains(act)).Select(row => row.Key).Order()];
}
