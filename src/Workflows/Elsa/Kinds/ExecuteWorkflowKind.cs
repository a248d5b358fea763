using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>
/// Runs another workflow at once, until it waits or has ended; waits for its end where that is asked. The result says how
/// it stands and what its output is; after a wait it is the output alone.
/// </summary>
internal sealed class ExecuteWorkflowKind : ElsaKind
{
    public override string Type => "Elsa.ExecuteWorkflow";

    public override IReadOnlyList<InputRule> Inputs => ChildWorkflows.Inputs;

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override void Execute(Instance instance, Execution at) => ChildWorkflows.Start(instance, at, nested: true);

    /// <summary>The workflow that the activity runs has stopped for the first time.</summary>
    public static void Stopped(Instance instance, Execution at, Instance child)
    {
        if (ChildWorkflows.Waits(at) && child.Status != ElsaStatus.Finished)
        {
            instance.WaitFor(at, ElsaWait.Workflow, child: child.Number);
            return;
        }

        Give(instance, at, ElsaValues.Of(new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["WorkflowInstanceId"] = ElsaValues.Of(child.Id),
            ["Status"] = ElsaValues.Of(child.Status.ToString()),
            ["SubStatus"] = ElsaValues.Of(child.SubStatus.ToString()),
            ["Output"] = ElsaValues.Of(child.Outputs),
        }));
    }

    public override void Resumed(Instance instance, Execution at, JsonElement input) => Give(instance, at, input);

    private static void Give(Instance instance, Execution at, JsonElement result)
    {
        try
        {
            instance.SetResult(at, "result", result);
            instance.Complete(at);
        }
        catch (ElsaFault fault)
        {
            instance.Fault(at, fault.Message);
        }
    }
}
