using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>
/// Publishes an event. It reaches everything in the run that waits for it by then, once all that is running has stopped, and
/// starts registered workflows that begin with it.
/// </summary>
internal sealed class PublishEventKind : ElsaKind
{
    public override string Type => "Elsa.PublishEvent";

    public override IReadOnlyList<InputRule> Inputs { get; } =
    [
        new("eventName", ElsaType.String), new("correlationId", ElsaType.String), new("isLocalEvent", ElsaType.Boolean), new("payload", ElsaType.Object),
    ];

    public override void Execute(Instance instance, Execution at)
    {
        var isLocal = at.Input("isLocalEvent").ValueKind == JsonValueKind.True;
        instance.Burst.Signal(instance, at.Text("eventName"), at.Text("correlationId") is { Length: > 0 } id ? id : null, isLocal, at.Input("payload"));
        instance.Complete(at);
    }
}
