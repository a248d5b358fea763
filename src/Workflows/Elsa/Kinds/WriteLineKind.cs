using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Writes a line.</summary>
internal sealed class WriteLineKind : ElsaKind
{
    public override string Type => "Elsa.WriteLine";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("text", ElsaType.String)];

    public override void Execute(Instance instance, Execution at)
    {
        instance.Burst.Emit(new LineWritten(instance.Id, at.Text("text")));
        instance.Complete(at);
    }
}
