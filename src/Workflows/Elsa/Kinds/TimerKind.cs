using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Waits for its interval, unless it started the instance.</summary>
internal sealed class TimerKind : ElsaKind
{
    public override string Type => "Elsa.Timer";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("interval", ElsaType.TimeSpan)];

    public override void Execute(Instance instance, Execution at)
    {
        if (instance.Trigger == at.Node.Activity.Id)
        {
            instance.Trigger = null;
            instance.Complete(at);
        }
        else
        {
            instance.WaitFor(at, ElsaWait.Timer, dueAt: DelayKind.Due(instance, at.Text("interval")));
        }
    }
}
