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
/// <param name="Record">As it was read.</param>
/// <param name="Events">What happens, in order.</param>
/// <param name="State">Where that leads.</param>
internal sealed record InstancePlan(
    Actor Actor,
    WorkflowInstanceRow? Instance,
    Guid InstanceId,
    WorkflowDefinition Workflow,
    int WorkflowVersion,
    FormDefinition Form,
    Record Record,
    IReadOnlyList<WorkflowEvent> Events,
    InstanceState State,
    string? Comment);
