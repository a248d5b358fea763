using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Runs one of two activities; its result is the condition.</summary>
internal sealed class IfKind : ElsaKind
{
    public override string Type => "Elsa.If";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("condition", ElsaType.Boolean)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override IReadOnlyList<string> Ports { get; } = ["then", "else"];

    public override void Execute(Instance instance, Execution at)
    {
        var holds = at.Input("condition").ValueKind == JsonValueKind.True;
        instance.SetResult(at, "result", ElsaValues.Of(holds));
        if (at.Node.Port(holds ? "then" : "else") is { } next)
        {
            instance.Schedule(at, next);
        }
        else
        {
            instance.Complete(at);
        }
    }
}
