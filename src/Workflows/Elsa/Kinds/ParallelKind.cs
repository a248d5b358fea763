using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>All activities at once; ends when all have.</summary>
internal sealed class ParallelKind : ElsaKind
{
    public override string Type => "Elsa.Parallel";

    public override string Children => "activities";

    public override bool HasVariables => true;

    public override void Execute(Instance instance, Execution at)
    {
        at.Position = at.Node.Children.Count;
        at.Node.Children.ForEach(child => instance.Schedule(at, child));
        if (at.Position == 0)
        {
            instance.Complete(at);
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
