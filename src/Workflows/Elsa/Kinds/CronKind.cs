using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Waits for the next time that a cron expression names, unless it started the instance. The shell knows the times.</summary>
internal sealed class CronKind : ElsaKind
{
    public override string Type => "Elsa.Cron";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("cronExpression", ElsaType.String)];

    public override void Execute(Instance instance, Execution at)
    {
        if (instance.Trigger == at.Node.Activity.Id)
        {
            instance.Trigger = null;
            instance.Complete(at);
            return;
        }

        var cron = at.Text("cronExpression").Trim();
        var fields = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6) && !cron.StartsWith('@'))
        {
            throw new ElsaFault($"Expected a cron expression of five fields, or six with seconds, but found '{cron}'.");
        }

        instance.WaitFor(at, ElsaWait.Cron, cron);
    }
}
