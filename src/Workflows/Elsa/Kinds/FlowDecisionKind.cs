using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Goes one of two ways: <c>True</c> or <c>False</c>.</summary>
internal sealed class FlowDecisionKind : ElsaKind
{
    public override string Type => "Elsa.FlowDecision";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("condition", ElsaType.Boolean)];

    public override void Execute(Instance instance, Execution at) =>
        instance.Complete(at, [at.Input("condition").ValueKind == JsonValueKind.True ? "True" : "False"]);
}
