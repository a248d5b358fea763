namespace Forms.Problems;

/// <summary>Why a command was refused. The edge maps each to one HTTP status.</summary>
public enum RefusalReason
{
    /// <summary>The thing does not exist or may not be seen (404).</summary>
    NotFound,

    /// <summary>The thing is in a state in which this cannot be done (409).</summary>
    InvalidState,

    /// <summary>The person lacks the right (403).</summary>
    Forbidden,

    /// <summary>Somebody else changed the thing meanwhile (409).</summary>
    Conflict,

    /// <summary>The input has problems (422); they are listed.</summary>
    Invalid,
}

/// <summary>
/// A command was refused. Thrown out of a unit of work, it rolls the transaction back.
/// The message says what was expected and what was found.
/// </summary>
public sealed class RefusalException(RefusalReason reason, string code, string message, IReadOnlyList<Problem>? problems = null)
    : Exception(message)
{
    public RefusalReason Reason { get; } = reason;

    /// <summary>Stable, for programs: <c>work-item.not-open</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The single problems, when the reason is <see cref="RefusalReason.Invalid"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems ?? [];

    public static RefusalException Invalid(IReadOnlyList<Problem> problems) =>
        new(RefusalReason.Invalid, "input.invalid", problems.Count == 1 ? problems[0].Message : $"{problems.Count} fields need your attention.", problems);

    public static RefusalException NotFound(string what) =>
        new(RefusalReason.NotFound, "not-found", $"{what} was not found, or you may not see it.");
}
