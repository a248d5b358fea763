namespace Backoffice.Web.Components.Workflow;

/// <summary>To whom something is given, and what is said with it.</summary>
public sealed record PassChoice(IReadOnlyList<Guid> People, string? Comment);
