using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Records;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// What a command will do, worked out without a lock from an instance and a record as they were. It is committed only
/// if both still are so; otherwise the command is planned again.
/// </summary>
/// <param name="Instance">The row as it was read; null for an instance to start.</param>
/// <param name="Before">The state as it was read; null for an instance to start.</param>
/// <param name="Record">As it was read.</param>
/// <param name="Events">What happens, in order.</param>
/// <param name="State">Where that leads.</param>
internal sealed record InstancePlan(
    Actor Actor,
    WorkflowInstanceRow? Instance,
    InstanceState? Before,
    Guid InstanceId,
    WorkflowDefinition Workflow,
    int WorkflowVersion,
    FormDefinition Form,
    Record Record,
    IReadOnlyList<WorkflowEvent> Events,
    InstanceState State)
{
    /// <summary>The instance and wait that its end fires; null for an instance that is no sub-workflow.</summary>
    public (Guid Instance, int? Wait)? Parent { get; init; }

    /// <summary>What else is written in the transaction, or not at all.</summary>
    public Action<BackofficeDb>? Also { get; init; }
}
