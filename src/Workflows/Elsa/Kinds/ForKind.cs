using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>
/// Runs its body for each number from start to end, by steps; a step below zero counts down. The end is one of them unless
/// <c>outerBoundInclusive</c> is false.
/// </summary>
internal sealed class ForKind : ElsaKind
{
    public override string Type => "Elsa.For";

    public override IReadOnlyList<InputRule> Inputs { get; } =
    [
        new("start", ElsaType.Int32), new("end", ElsaType.Int32), new("step", ElsaType.Int32), new("outerBoundInclusive", ElsaType.Boolean),
    ];

    public override IReadOnlyList<string> Outputs { get; } = ["currentValue"];

    public override IReadOnlyList<string> Ports { get; } = ["body"];

    public override bool HearsBreak => true;

    public override bool StopsBreak => true;

    public override bool GivesItem => true;

    public override void Execute(Instance instance, Execution at)
    {
        at.Position = Number(at, "start", 0);
        Next(instance, at, at.Position);
    }

    public override void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes) =>
        Next(instance, at, (long)at.Position + Number(at, "step", 1));

    private static void Next(Instance instance, Execution at, long value)
    {
        var end = Number(at, "end", 0);
        var up = Number(at, "step", 1) >= 0;
        var inclusive = at.Input("outerBoundInclusive").ValueKind != JsonValueKind.False;
        var within = (up ? value < end : value > end) || (inclusive && value == end);
        if (at.Breaking || !within || at.Node.Port("body") is not { } body)
        {
            instance.Complete(at);
            return;
        }

        at.Position = (int)value;
        var current = ElsaValues.Of((decimal)value);
        instance.SetResult(at, "currentValue", current);
        instance.Schedule(at, body, [new Variable("CurrentValue", "CurrentValue", ElsaType.Object) { Value = current }]);
    }

    private static int Number(Execution at, string name, int otherwise) => at.Input(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : otherwise;
}
