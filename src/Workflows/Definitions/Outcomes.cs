namespace Workflows.Definitions;

/// <summary>How an activity can end. Transitions leave an activity by outcome.</summary>
public static class Outcomes
{
    /// <summary>The only outcome of start, set field and notify; not written in files.</summary>
    public const string Done = "done";

    /// <summary>The condition of a decision holds.</summary>
    public const string True = "true";

    /// <summary>The condition of a decision does not hold.</summary>
    public const string False = "false";

    public const string Approved = "approved";

    /// <summary>A transition for it is optional: without one, a rejection ends the instance as rejected.</summary>
    public const string Rejected = "rejected";

    /// <summary>The step sent the instance back to its initiator. No transition leaves by it.</summary>
    public const string Returned = "returned";

    /// <summary>The initiator withdrew while the step was waiting. No transition leaves by it.</summary>
    public const string Withdrawn = "withdrawn";
}
