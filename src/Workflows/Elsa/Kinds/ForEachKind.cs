using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Runs its body for each item, one after the other.</summary>
internal sealed class ForEachKind : ElsaKind
{
    public override string Type => "Elsa.ForEach";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("items", ElsaType.List)];

    public override IReadOnlyList<string> Outputs { get; } = ["currentValue"];

    public override IReadOnlyList<string> Ports { get; } = ["body"];

    public override bool HearsBreak => true;

    public override bool StopsBreak => true;

    public override bool GivesItem => true;

    public override void Execute(Instance instance, Execution at)
    {
        var items = at.Input("items");
        if (at.Breaking || ElsaValues.IsNull(items) || at.Position >= items.GetArrayLength() || at.Node.Port("body") is not { } body)
        {
            instance.Complete(at);
            return;
        }

        var current = items[at.Position];
        instance.SetResult(at, "currentValue", current);
        instance.Schedule(at, body, LoopItem.Variables(at.Position++, current));
    }

    public override void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes) => Execute(instance, at);
}
