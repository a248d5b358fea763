using Workflows.Elsa.Kinds;

namespace Workflows.Elsa.Definitions;

/// <summary>An activity of a definition as it was read: what its kind declares, by name.</summary>
internal sealed class ElsaActivity
{
    public required ElsaKind Kind { get; init; }

    public required string Id { get; init; }

    public required string? Name { get; init; }

    /// <summary>As written: <c>Elsa.WriteLine</c>, or the name of a workflow used as an activity.</summary>
    public required string Type { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required string Path { get; init; }

    public bool CanStartWorkflow { get; init; }

    public MergeMode MergeMode { get; init; }

    public Dictionary<string, ElsaInput> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Where results go: the id of a variable or the name of an output, by the name of the result.</summary>
    public Dictionary<string, string> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>One activity each: <c>body</c>, <c>then</c>.</summary>
    public Dictionary<string, ElsaActivity> Ports { get; } = new(StringComparer.Ordinal);

    /// <summary>Activities of a container or branches of a fork.</summary>
    public List<ElsaActivity> Children { get; } = [];

    public List<ElsaVariable> Variables { get; } = [];

    public List<ElsaCase> Cases { get; } = [];

    public List<ElsaConnection> Connections { get; } = [];

    /// <summary>The activity of a flowchart named as its start.</summary>
    public string? Start { get; set; }

    /// <summary>The variable that <c>SetVariable</c> sets.</summary>
    public VariableExpression? Target { get; set; }

    /// <summary>The workflow that an activity stands for.</summary>
    public WorkflowReference? Workflow { get; set; }

    /// <summary>The name of what came out: <c>joinMode</c> of a fork.</summary>
    public string? JoinMode { get; set; }
}

/// <summary>A case of a switch. In a flowchart its label is an outcome; else an activity stands behind it.</summary>
internal sealed record ElsaCase(string Label, ElsaInput Condition, ElsaActivity? Activity);

/// <summary>From an outcome of an activity to another activity of the same flowchart.</summary>
internal sealed record ElsaConnection(string Source, string Port, string Target);

/// <summary>A version of a workflow; without a version the published one.</summary>
internal sealed record WorkflowReference(string DefinitionId, string? VersionId, int Version);
