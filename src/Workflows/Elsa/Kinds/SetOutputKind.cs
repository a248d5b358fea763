using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Sets an output of the workflow.</summary>
internal sealed class SetOutputKind : ElsaKind
{
    public override string Type => "Elsa.SetOutput";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("outputName", ElsaType.String), new("outputValue", ElsaType.Object)];

    public override void Execute(Instance instance, Execution at)
    {
        if (at.Text("outputName") is not { Length: > 0 } name)
        {
            throw new ElsaFault("Expected the name of an output, but found none.");
        }

        instance.SetOutput(at, name, at.Input("outputValue"));
        instance.Complete(at);
    }
}
