using System.Globalization;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Waits until a moment. A moment that has passed is not waited for.</summary>
internal sealed class StartAtKind : ElsaKind
{
    public override string Type => "Elsa.StartAt";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("dateTime", ElsaType.DateTimeOffset)];

    public override void Execute(Instance instance, Execution at)
    {
        var moment = at.Text("dateTime") is { Length: > 0 } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : default;
        if (moment <= instance.Burst.Now || instance.Trigger == at.Node.Activity.Id)
        {
            instance.Complete(at);
        }
        else
        {
            instance.WaitFor(at, ElsaWait.StartAt, dueAt: moment);
        }
    }
}
