using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Waits for an event, unless it is the one that started the instance. The payload is its result.</summary>
internal sealed class EventKind : ElsaKind
{
    public override string Type => "Elsa.Event";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("eventName", ElsaType.String)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override void Execute(Instance instance, Execution at)
    {
        if (instance.Trigger == at.Node.Activity.Id)
        {
            instance.Trigger = null;
            Resumed(instance, at, instance.Inputs.GetValueOrDefault("Event", ElsaValues.Null));
        }
        else
        {
            instance.WaitFor(at, ElsaWait.Event, at.Text("eventName"));
        }
    }

    public override void Resumed(Instance instance, Execution at, JsonElement input)
    {
        if (!ElsaValues.IsNull(input))
        {
            instance.SetResult(at, "result", input);
        }

        instance.Complete(at);
    }
}
