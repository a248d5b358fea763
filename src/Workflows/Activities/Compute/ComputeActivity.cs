using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.Compute;

/// <summary>Computes a formula over the record and writes the result into a field. Its one outcome is <see cref="Outcomes.Done"/>; a formula that fails is an incident.</summary>
public sealed record ComputeActivity : ActivityDefinition
{
    /// <summary>File name of the formula beside workflow.json: <c>risk.formula.js</c>.</summary>
    [JsonPropertyOrder(0)]
    public required string Formula { get; init; }

    /// <summary>Name of the field that gets the result.</summary>
    [JsonPropertyOrder(1)]
    public required string Into { get; init; }
}
