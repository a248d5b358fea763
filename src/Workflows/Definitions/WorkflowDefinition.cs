using System.Text.Json.Serialization;
using Forms.Definitions;

namespace Workflows.Definitions;

/// <summary>
/// A workflow as an administrator draws it: activities and the transitions between them. It says nothing that only
/// holds for one record; a running record is a <see cref="Runtime.InstanceState"/>. Check and run it by
/// <see cref="WorkflowCompiler.Compile"/>.
/// </summary>
public sealed record WorkflowDefinition : IDefinition
{
    /// <summary>Stable name of the workflow, unique in the installation: <c>contract-approval</c>.</summary>
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    /// <summary>Name for people.</summary>
    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>Key of the form whose records run through this workflow.</summary>
    [JsonPropertyOrder(2)]
    public required string Form { get; init; }

    /// <summary>The field of the record that mirrors the state of the instance; none when absent.</summary>
    [JsonPropertyOrder(3)]
    public RecordStatusSettings? Status { get; init; }

    /// <summary>Whether an approved record stays locked: a change then needs a workflow of its own.</summary>
    [JsonPropertyOrder(4)]
    public bool KeepsLock { get; init; }

    /// <summary>Key of the business calendar that its deadlines and waits count by; the one of the initiator's unit when absent.</summary>
    [JsonPropertyOrder(5)]
    public string? Calendar { get; init; }

    /// <summary>What a change of the record after the submit means to those who sign later (A9).</summary>
    [JsonPropertyOrder(6)]
    public ChangePolicy Changes { get; init; }

    /// <summary>The steps, in the order in which they were drawn. Exactly one is the start.</summary>
    [JsonPropertyOrder(7)]
    public required IReadOnlyList<ActivityDefinition> Activities { get; init; }

    /// <summary>Which activity follows on which outcome.</summary>
    [JsonPropertyOrder(8)]
    public required IReadOnlyList<TransitionDefinition> Transitions { get; init; }

    /// <summary>Texts of the conditions beside workflow.json, by file name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Files { get; init; } = DefinitionFiles.None;
}
