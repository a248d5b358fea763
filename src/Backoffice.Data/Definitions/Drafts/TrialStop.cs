namespace Backoffice.Data.Definitions.Drafts;

/// <summary>The way that a record would take through a draft. Nothing was sent or kept.</summary>
/// <param name="Stops">The steps reached, in their order.</param>
/// <param name="Arrows">The lines travelled.</param>
/// <param name="Blocked">Why it could not be followed to an end; null when it could.</param>
public sealed record TrialPath(IReadOnlyList<TrialStop> Stops, IReadOnlySet<global::Workflows.Design.Arrow> Arrows, string? Blocked);

/// <summary>One step of a try-run.</summary>
/// <param name="Step">Id of the step.</param>
/// <param name="People">Names of who was found, with the reason of each as kept by work items.</param>
/// <param name="Until">When it is left at the latest, if every deadline is used up; the moment it is reached where it has none.</param>
public sealed record TrialStop(string Step, string? Outcome, IReadOnlyList<(string Name, string Because)> People, DateTimeOffset Until);
