using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Names the instance.</summary>
internal sealed class SetNameKind : ElsaKind
{
    public override string Type => "Elsa.SetName";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("value", ElsaType.String)];

    public override void Execute(Instance instance, Execution at)
    {
        instance.Name = at.Text("value");
        instance.Complete(at);
    }
}
