using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Runs its body as long as the condition holds, which is looked at before each run.</summary>
internal sealed class WhileKind : ElsaKind
{
    private const string Condition = "condition";

    public override string Type => "Elsa.While";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new(Condition, ElsaType.Boolean)];

    public override IReadOnlyList<string> Ports { get; } = ["body"];

    public override bool HearsBreak => true;

    public override bool StopsBreak => true;

    public override void Execute(Instance instance, Execution at)
    {
        if (at.Input(Condition).ValueKind != JsonValueKind.True)
        {
            instance.Complete(at);
        }
        else if (at.Node.Port("body") is { } body)
        {
            instance.Schedule(at, body);
        }
        else
        {
            Again(instance, at);
        }
    }

    public override void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes)
    {
        if (at.Breaking)
        {
            instance.Complete(at);
        }
        else
        {
            Again(instance, at);
        }
    }

    private static void Again(Instance instance, Execution at)
    {
        at.Inputs.Remove(Condition);
        instance.ScheduleAgain(at);
    }
}
