using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.SubWorkflow;

/// <summary>
/// Runs another workflow: on the record behind a link, or one for each row of a sub-table on the record that the row
/// links to. Waits until all have ended. Outcomes <see cref="Outcomes.Approved"/> when all ended as approved (or there were
/// none), else <see cref="Outcomes.Rejected"/>, which without a transition ends the instance as rejected.
/// </summary>
public sealed record SubWorkflowActivity : ActivityDefinition
{
    /// <summary>Key of the workflow.</summary>
    [JsonPropertyOrder(0)]
    public required string Workflow { get; init; }

    /// <summary>Name of a link field of the record.</summary>
    [JsonPropertyOrder(1)]
    public string? Link { get; init; }

    /// <summary>Path to a link field in a sub-table: <c>lines.product</c>.</summary>
    [JsonPropertyOrder(2)]
    public string? Each { get; init; }

    /// <summary>Goes on at once, without waiting for the end of what it has started.</summary>
    [JsonPropertyOrder(3)]
    public bool GoesOn { get; init; }
}
