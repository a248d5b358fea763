using System.Globalization;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Waits for a time.</summary>
internal sealed class DelayKind : ElsaKind
{
    public override string Type => "Elsa.Delay";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("timeSpan", ElsaType.TimeSpan)];

    public override void Execute(Instance instance, Execution at) =>
        instance.WaitFor(at, ElsaWait.Delay, dueAt: Due(instance, at.Text("timeSpan")));

    /// <exception cref="ElsaFault">The time is too far away to be written.</exception>
    public static DateTimeOffset Due(Instance instance, string duration)
    {
        var span = duration.Length == 0 ? TimeSpan.Zero : TimeSpan.Parse(duration, CultureInfo.InvariantCulture);
        try
        {
            return instance.Burst.Now + span;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ElsaFault($"Expected a time that the calendar has, but found {duration} from now.");
        }
    }
}
