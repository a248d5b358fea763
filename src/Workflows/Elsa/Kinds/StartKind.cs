using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Where a flowchart starts.</summary>
internal sealed class StartKind : ElsaKind
{
    public override string Type => "Elsa.Start";

    public override void Execute(Instance instance, Execution at) => instance.Complete(at);
}
