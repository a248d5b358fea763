using System.Text.Json;
using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Lets another workflow start once this one has stopped; waits for its end where that is asked. The result is its output.</summary>
internal sealed class DispatchWorkflowKind : ElsaKind
{
    public override string Type => "Elsa.DispatchWorkflow";

    public override IReadOnlyList<InputRule> Inputs => ChildWorkflows.Inputs;

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override void Execute(Instance instance, Execution at)
    {
        if (ChildWorkflows.Start(instance, at, nested: false) is not { } child)
        {
            return;
        }

        if (ChildWorkflows.Waits(at))
        {
            instance.WaitFor(at, ElsaWait.Workflow, child: child.Number);
        }
        else
        {
            instance.Complete(at);
        }
    }

    public override void Resumed(Instance instance, Execution at, JsonElement input)
    {
        instance.SetResult(at, "result", input);
        instance.Complete(at);
    }
}
