using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>One activity after the other. An End or a Break among them ends it.</summary>
internal sealed class SequenceKind : ElsaKind
{
    public override string Type => "Elsa.Sequence";

    public override string Children => "activities";

    public override bool HasVariables => true;

    public override bool HearsBreak => true;

    public override void Execute(Instance instance, Execution at)
    {
        if (at.Position < at.Node.Children.Count)
        {
            instance.Schedule(at, at.Node.Children[at.Position++]);
        }
        else
        {
            instance.Complete(at);
        }
    }

    public override void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes)
    {
        if (at.Breaking || child.Node.Kind.IsTerminal)
        {
            instance.Complete(at);
        }
        else
        {
            Execute(instance, at);
        }
    }
}
