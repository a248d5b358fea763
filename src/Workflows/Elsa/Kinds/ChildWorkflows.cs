using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>What the two kinds that start other workflows share.</summary>
internal static class ChildWorkflows
{
    public static readonly IReadOnlyList<InputRule> Inputs =
    [
        new("workflowDefinitionId", ElsaType.String), new("correlationId", ElsaType.String), new("input", ElsaType.Object),
        new("waitForCompletion", ElsaType.Boolean), new("channelName", ElsaType.String), new("startNewTrace", ElsaType.Boolean),
    ];

    public static bool Waits(Execution at) => at.Input("waitForCompletion").ValueKind == JsonValueKind.True;

    /// <returns>Null when there are too many instances.</returns>
    /// <exception cref="ElsaFault">The workflow is not registered, or the input is of another type.</exception>
    public static Instance? Start(Instance parent, Execution at, bool nested)
    {
        var id = at.Text("workflowDefinitionId");
        var workflow = parent.Burst.Program.Find(id) ?? throw new ElsaFault($"No published version of workflow definition with ID {id} found.");
        var input = at.Input("input");
        if (!ElsaValues.IsNull(input) && input.ValueKind != JsonValueKind.Object)
        {
            throw new ElsaFault($"Expected the input of the workflow to have names, but found '{ElsaValues.Text(input)}'.");
        }

        var inputs = ElsaValues.IsNull(input) ? [] : input.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)).ToList();
        inputs.Add(KeyValuePair.Create("ParentInstanceId", ElsaValues.Of(parent.Id)));
        var burst = parent.Burst;
        return burst.Start(
            workflow, $"{burst.Instances[0].Id}.{burst.Instances.Count}", new ElsaCaller(parent.Number, at.Number, Waits(at), nested), inputs, at.Text("correlationId"));
    }
}
