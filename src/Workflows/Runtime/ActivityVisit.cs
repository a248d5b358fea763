namespace Workflows.Runtime;

/// <summary>One passage of an instance through a step.</summary>
/// <param name="Number">1, 2, 3 … within the instance.</param>
/// <param name="Round">1 for the first submission, one more for each resubmission.</param>
public sealed record ActivityVisit(int Number, string ActivityId, int Round, DateTimeOffset EnteredAt)
{
    /// <summary>The branch that it lies in (<see cref="BranchState.Number"/>); 0 outside all forks.</summary>
    public int Branch { get; init; }

    /// <summary>The visit that it followed; 0 for the first.</summary>
    public int From { get; init; }

    /// <summary>Null while the instance waits here.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>One of <see cref="Definitions.Outcomes"/> or the activity's own; null while the instance waits here.</summary>
    public string? Outcome { get; init; }

    public CompletionCause Cause { get; init; }

    /// <summary>Whom the step asks, in order; those of a sequence who have no work item yet included.</summary>
    public IReadOnlyList<Signer> Signers { get; init; } = [];

    /// <summary>The straight return (<see cref="InstanceReturn.Number"/>) that led here and goes back from here; null otherwise.</summary>
    public int? Detour { get; init; }

    /// <summary>What went wrong here and keeps the instance from going on; null when nothing did.</summary>
    public Incident? Incident { get; init; }

    /// <summary>The command (<see cref="InstanceState.Sequence"/>) that reached it.</summary>
    public int EnteredBy { get; init; }

    /// <summary>The command that ended it; 0 while the instance waits here.</summary>
    public int LeftBy { get; init; }

    /// <summary>The command that made it void; 0 while it counts.</summary>
    public int VoidedBy { get; init; }

    internal bool IsLive => LeftAt is null;
}
