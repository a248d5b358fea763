using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Runs its body for all items at once; ends when all have. Each run of the body sees its own item.</summary>
internal sealed class ParallelForEachKind : ElsaKind
{
    public override string Type => "Elsa.ParallelForEach";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("items", ElsaType.List)];

    public override IReadOnlyList<string> Ports { get; } = ["body"];

    public override bool GivesItem => true;

    public override void Execute(Instance instance, Execution at)
    {
        var items = ElsaValues.Items(at.Input("items"));
        if (items.Count == 0 || at.Node.Port("body") is not { } body)
        {
            instance.Complete(at);
            return;
        }

        at.Position = items.Count;
        foreach (var (index, item) in items.Index())
        {
            instance.Schedule(at, body, LoopItem.Variables(index, item));
        }
    }

    public override void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes)
    {
        if (--at.Position == 0)
        {
            instance.Complete(at);
        }
    }
}
