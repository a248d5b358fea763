namespace Workflows.Paths;

/// <summary>One person of a step.</summary>
/// <param name="Because">Why this person; may be empty.</param>
/// <param name="WorkItem">Number of the work item; null while the person is not asked yet.</param>
public sealed record PathSigner(Guid Person, string Because, PathSignerState State, int? WorkItem = null)
{
    /// <summary>When the person was asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When the person decided, or was no longer needed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Elapsed time from asked to decided, not business time.</summary>
    public TimeSpan? Took { get; init; }

    public string? Comment { get; init; }

    /// <summary>When the item is due; null without a deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The proxy who acted; null when the person did.</summary>
    public Guid? ActedBy { get; init; }

    /// <summary>Brought in by this signer, to sign or to advise; null for those found by the rules.</summary>
    public Guid? BroughtInBy { get; init; }
}

/// <summary>Where a person of a step stands.</summary>
public enum PathSignerState
{
    /// <summary>Will be asked.</summary>
    Expected,

    /// <summary>Is asked now.</summary>
    Open,

    /// <summary>Has submitted.</summary>
    Submitted,
    Approved,
    Rejected,
    Returned,

    /// <summary>Has done a task, or given advice.</summary>
    Done,

    /// <summary>Waits for somebody else first: an added signer, a delegate, a return.</summary>
    Held,

    /// <summary>Is no longer needed, as somebody else decided.</summary>
    NotNeeded,
}
