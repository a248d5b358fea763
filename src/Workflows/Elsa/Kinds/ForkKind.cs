using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>All branches at once; ends when all have (<c>WaitAll</c>) or when one has (<c>WaitAny</c>), which cancels the others.</summary>
internal sealed class ForkKind : ElsaKind
{
    public override string Type => "Elsa.Fork";

    public override IReadOnlyList<InputRule> Inputs { get; } = [InputRule.OneOf("joinMode", "WaitAny", "WaitAll")];

    public override string Children => "branches";

    public override bool HearsBreak => true;

    public override void Execute(Instance instance, Execution at)
    {
        at.Position = at.Node.Children.Count;
        at.Node.Children.ForEach(branch => instance.Schedule(at, branch));
        if (at.Position == 0)
        {
            instance.Complete(at);
        }
    }

    public override void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes)
    {
        at.Position--;
        if (at.Position == 0 || at.Breaking || at.Text("joinMode") == "WaitAny")
        {
            instance.Complete(at);
        }
    }
}
