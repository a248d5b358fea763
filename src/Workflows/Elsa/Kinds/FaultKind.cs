using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Fails, with a message.</summary>
internal sealed class FaultKind : ElsaKind
{
    public override string Type => "Elsa.Fault";

    public override IReadOnlyList<InputRule> Inputs { get; } =
    [
        new("code", ElsaType.String), new("category", ElsaType.String), new("faultType", ElsaType.String), new("message", ElsaType.String),
    ];

    public override void Execute(Instance instance, Execution at) => throw new ElsaFault(at.Text("message"));
}
