namespace Backoffice.Data.Definitions.Drafts;

/// <summary>A workflow in the list of the designer.</summary>
/// <param name="Published">The version in force; null when there is none.</param>
/// <param name="Running">Instances that are not over, on all versions.</param>
/// <param name="Draft">When its draft was saved last; null when it has none.</param>
public sealed record WorkflowSummary(string Key, string Label, string Form, int? Published, DateTimeOffset? PublishedAt, int Running, DateTimeOffset? Draft, string? DraftBy);

/// <summary>A published version of a workflow.</summary>
/// <param name="Running">Instances that are not over and stay on it.</param>
public sealed record WorkflowVersion(int Version, DateTimeOffset PublishedAt, string? PublishedBy, int Running, bool InForce);
