namespace Workflows.Runtime;

/// <summary>One passage of an instance through a step.</summary>
/// <param name="Number">1, 2, 3 … within the instance.</param>
/// <param name="Round">1 for the first submission, one more for each resubmission.</param>
public sealed record ActivityVisit(int Number, string ActivityId, int Round, DateTimeOffset EnteredAt)
{
    /// <summary>Null while the instance waits here.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>One of <see cref="Definitions.Outcomes"/>; null while the instance waits here.</summary>
    public string? Outcome { get; init; }

    public CompletionCause Cause { get; init; }

    /// <summary>Whom an approval asks, in order; those of a sequence who have no work item yet included.</summary>
    public IReadOnlyList<Signer> Signers { get; init; } = [];
}
