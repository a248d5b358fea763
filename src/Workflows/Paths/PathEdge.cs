using Workflows.WorkItems;

namespace Workflows.Paths;

/// <summary>A line between two steps of a <see cref="WorkflowPath"/>.</summary>
/// <param name="From">Activity id of a step.</param>
/// <param name="To">Activity id of a step; before <paramref name="From"/> for a return.</param>
public sealed record PathEdge(string From, string To, PathEdgeKind Kind)
{
    /// <summary>Who, when and why; null unless the edge is a return.</summary>
    public PathReturn? Return { get; init; }
}

/// <summary>How a line is drawn.</summary>
public enum PathEdgeKind
{
    Travelled,
    Expected,

    /// <summary>To, from or between skipped steps.</summary>
    Skipped,

    /// <summary>Back to an earlier step: to the initiator, or along a loop after a rejection.</summary>
    Returned,
}

/// <summary>What is said beside a return.</summary>
/// <param name="Resume">How the instance goes on after it; null for a loop drawn in the workflow.</param>
public sealed record PathReturn(Guid Person, DateTimeOffset At, string Comment, ResumeMode? Resume);
