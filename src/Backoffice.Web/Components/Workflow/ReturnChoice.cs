using Workflows.WorkItems;

namespace Backoffice.Web.Components.Workflow;

/// <summary>What was chosen in the return dialog.</summary>
public sealed record ReturnChoice(string Reason, ResumeMode Resume);
