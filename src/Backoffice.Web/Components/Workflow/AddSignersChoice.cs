using Workflows.Definitions;

namespace Backoffice.Web.Components.Workflow;

/// <summary>Who is added to a step, and where.</summary>
public sealed record AddSignersChoice(AddedPlace Place, IReadOnlyList<Guid> People, string? Comment);
