using Backoffice.Data.Workflows;

namespace Backoffice.Web.Pages.Inbox;

/// <summary>A row of the list as it is shown.</summary>
/// <param name="Item">What waits.</param>
/// <param name="IsGone">Somebody else decided it while the person was reading; the row stays where it is and fades.</param>
public sealed record InboxRow(WorkItemSummary Item, bool IsGone = false);
