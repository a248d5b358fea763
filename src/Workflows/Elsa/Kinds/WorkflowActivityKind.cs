using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>
/// A workflow used as an activity: it runs inside the instance that uses it. Its inputs are variables around it, its
/// outcomes are those it completes with.
/// </summary>
internal sealed class WorkflowActivityKind : ElsaKind
{
    public static WorkflowActivityKind Instance { get; } = new();

    public override string Type => "Elsa.WorkflowDefinitionActivity";

    public override void Execute(Running.Instance instance, Execution at)
    {
        foreach (var input in at.Node.Definition!.Inputs)
        {
            var given = at.Inputs.FirstOrDefault(pair => pair.Key.Equals(input.Name, StringComparison.OrdinalIgnoreCase)).Value;
            at.Variables.Add(new Variable(input.Name, input.Name, input.Type)
            {
                Value = given.ValueKind == System.Text.Json.JsonValueKind.Undefined ? ElsaValues.Null : given,
            });
        }

        instance.Schedule(at, at.Node.Children[0]);
    }

    public override void ChildCompleted(Running.Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes) =>
        instance.Complete(at, outcomes);
}
