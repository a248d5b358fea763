namespace Backoffice.Data.Definitions.Drafts;

/// <summary>A draft as it was when it was read.</summary>
/// <param name="BasedOn">The published version that it began as; null when there was none.</param>
/// <param name="Version">To save over; 0 for a draft that is not kept yet.</param>
/// <param name="ChangedBy">Name of who saved it last; empty for one not kept yet.</param>
public sealed record WorkflowDraft(WorkflowContent Content, int? BasedOn, long Version, string ChangedBy, DateTimeOffset? ChangedAt);
