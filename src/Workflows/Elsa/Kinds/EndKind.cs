using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Ends the flowchart or sequence around it.</summary>
internal sealed class EndKind : ElsaKind
{
    public override string Type => "Elsa.End";

    public override bool IsTerminal => true;

    public override void Execute(Instance instance, Execution at) => instance.Complete(at);
}
