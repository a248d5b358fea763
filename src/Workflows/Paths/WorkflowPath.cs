namespace Workflows.Paths;

/// <summary>
/// The way of one record through its workflow: what was travelled, where it stands, what is expected from the present
/// values, and what these values skip. It is what a person sees; decisions and automatic steps are not steps of it.
/// </summary>
/// <param name="Steps">In reading order; skipped steps stand where they would have come.</param>
/// <param name="Edges">Between the activity ids of steps.</param>
/// <param name="Blocked">Why the way ahead could not be foreseen to the end; null when it could.</param>
public sealed record WorkflowPath(IReadOnlyList<PathStep> Steps, IReadOnlyList<PathEdge> Edges, PathBlock? Blocked = null);

/// <summary>A refusal that the instance would run into if everyone approved.</summary>
public sealed record PathBlock(string Code, string Message);
