using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Sets the correlation id of the instance.</summary>
internal sealed class CorrelateKind : ElsaKind
{
    public override string Type => "Elsa.Correlate";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("correlationId", ElsaType.String)];

    public override void Execute(Instance instance, Execution at)
    {
        instance.CorrelationId = at.Text("correlationId") is { Length: > 0 } id ? id : null;
        instance.Complete(at);
    }
}
