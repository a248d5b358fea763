using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>What somebody answers to a work item.</summary>
public sealed record WorkItemAnswer(WorkItemDecision Decision)
{
    /// <summary>Required where the step says so.</summary>
    public string? Comment { get; init; }

    /// <summary>For a return: how it goes on afterwards, where the step leaves the choice.</summary>
    public ResumeMode Resume { get; init; }

    /// <summary>For a return: id of the step to return to; the initiator when null.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>For a task with several ways to end: which.</summary>
    public string? Button { get; init; }

    /// <summary>Version of the record that the person looked at; refused when it is another one now. Not checked when null.</summary>
    public long? Seen { get; init; }
}
