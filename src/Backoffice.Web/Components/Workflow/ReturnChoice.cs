using Workflows.WorkItems;

namespace Backoffice.Web.Components.Workflow;

/// <summary>What was chosen in the return dialog.</summary>
/// <param name="To">Id of the step; null for the initiator.</param>
public sealed record ReturnChoice(string Reason, ResumeMode Resume, string? To = null);
