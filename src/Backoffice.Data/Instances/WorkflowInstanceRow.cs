using Workflows.Runtime;

namespace Backoffice.Data.Instances;

/// <summary>A running or ended workflow instance.</summary>
public sealed class WorkflowInstanceRow
{
    public Guid Id { get; set; }

    /// <summary>Key of the workflow.</summary>
    public required string Workflow { get; set; }

    /// <summary>The published version (<see cref="Definitions.DefinitionRow.Version"/>) that it stays on.</summary>
    public int WorkflowVersion { get; set; }

    public required string Form { get; set; }

    public Guid Record { get; set; }

    public InstanceStatus Status { get; set; }

    public Guid Initiator { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The engine's state, compressed (<see cref="Workflows.StoredStates"/>).</summary>
    public required byte[] State { get; set; }

    /// <summary>Grows by one with each commit; a commit from an older one is refused by the database.</summary>
    public long Version { get; set; }

    /// <summary>Version of the record frozen at the last submit (<see cref="Records.RecordSnapshotRow"/>).</summary>
    public long? SubmittedSnapshot { get; set; }

    /// <summary>How many of its steps cannot go on.</summary>
    public int Incidents { get; set; }

    /// <summary>The instance that started it as a sub-workflow; null for none.</summary>
    public Guid? Parent { get; set; }

    /// <summary>The wait of the parent that its end fires; null when nobody waits.</summary>
    public int? ParentWait { get; set; }

    /// <summary>It has ended as a sub-workflow, and its parent goes on by that: nothing of it can be taken back.</summary>
    internal bool HasResumedParent => this is { EndedAt: not null, ParentWait: not null };

    internal WorkflowInstanceRow Copy() => (WorkflowInstanceRow)this.MemberwiseClone();
}
