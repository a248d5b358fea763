using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>A workflow as a whole: its root runs inside. Never in a file.</summary>
internal sealed class WorkflowKind : ElsaKind
{
    public static WorkflowKind Instance { get; } = new();

    public override string Type => "Elsa.Workflow";

    public override bool HasVariables => true;

    public override void Execute(Running.Instance instance, Execution at) => instance.Schedule(at, at.Node.Children[0]);
}
