using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Breaks out of the nearest loop.</summary>
internal sealed class BreakKind : ElsaKind
{
    public override string Type => "Elsa.Break";

    public override bool IsTerminal => true;

    public override void Execute(Instance instance, Execution at)
    {
        Instance.Break(at);
        instance.Complete(at);
    }
}
