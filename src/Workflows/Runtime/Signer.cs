namespace Workflows.Runtime;

/// <summary>A person found by a signer rule.</summary>
/// <param name="Because">Why this person, in words: "regional director of East". May be empty.</param>
public sealed record Signer(Guid Person, string Because)
{
    /// <summary>For a vote; at least 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>An earlier approval counts here as well; the person is not asked.</summary>
    public bool HasApproved { get; init; }
}
