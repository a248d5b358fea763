namespace Workflows.Definitions;

/// <summary>How an activity can end. Transitions leave an activity by outcome.</summary>
public static class Outcomes
{
    /// <summary>The only outcome of most kinds; not written in files.</summary>
    public const string Done = "done";

    /// <summary>The condition of a decision holds.</summary>
    public const string True = "true";

    /// <summary>The condition of a decision does not hold.</summary>
    public const string False = "false";

    /// <summary>No case of a switch holds.</summary>
    public const string Otherwise = "otherwise";

    /// <summary>No branch of a fork was taken.</summary>
    public const string None = "none";

    public const string Approved = "approved";

    /// <summary>A transition for it is optional: without one, a rejection ends the instance as rejected.</summary>
    public const string Rejected = "rejected";

    /// <summary>A wait for an event whose time ran out first.</summary>
    public const string Timeout = "timeout";

    /// <summary>A call that failed for good. A transition for it is optional: without one it is an incident.</summary>
    public const string Failed = "failed";

    /// <summary>The step sent the instance back. No transition leaves by it.</summary>
    public const string Returned = "returned";

    /// <summary>The initiator withdrew while the step was waiting. No transition leaves by it.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The step was left because of what happened elsewhere: a join went on, the instance was ended or moved. No transition leaves by it.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The names that no case, branch or button may have.</summary>
    internal static readonly IReadOnlyList<string> Reserved =
        [Done, True, False, Otherwise, None, Approved, Rejected, Timeout, Failed, Returned, Withdrawn, Cancelled];
}
