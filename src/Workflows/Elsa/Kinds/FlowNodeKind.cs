using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Holds one activity.</summary>
internal sealed class FlowNodeKind : ElsaKind
{
    public override string Type => "Elsa.FlowNode";

    public override IReadOnlyList<string> Ports { get; } = ["body"];

    public override void Execute(Instance instance, Execution at)
    {
        if (at.Node.Port("body") is { } body)
        {
            instance.Schedule(at, body);
        }
        else
        {
            instance.Complete(at);
        }
    }
}
