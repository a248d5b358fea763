using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>What became of an instance by a decision.</summary>
public sealed record DecisionResult(Guid Instance, InstanceStatus Status);
