namespace Reports.Print;

/// <summary>A line of the signature trail.</summary>
/// <param name="Name">Who acted.</param>
/// <param name="Step">The step of the workflow, in the language of the print: "Sales manager".</param>
/// <param name="Act">What was done, as a key the template has a word for: <c>submitted</c>, <c>approved</c>, <c>returned</c> …</param>
/// <param name="At">When.</param>
/// <param name="Comment">What was said with it; nothing when null.</param>
/// <param name="For">The person on whose behalf it was done (delegation); nobody when null.</param>
public sealed record PrintSignature(string Name, string Step, string Act, DateTimeOffset At, string? Comment = null, string? For = null);
