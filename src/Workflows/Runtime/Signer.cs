namespace Workflows.Runtime;

/// <summary>A person found by a signer rule.</summary>
/// <param name="Because">Why this person, in words: "regional director of East". May be empty.</param>
public sealed record Signer(Guid Person, string Because);
