using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Ends the nearest workflow around it, with outcomes.</summary>
internal sealed class CompleteKind : ElsaKind
{
    public override string Type => "Elsa.Complete";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("outcomes", ElsaType.Object)];

    public override void Execute(Instance instance, Execution at)
    {
        var outcomes = ElsaValues.Items(at.Input("outcomes")).Select(ElsaValues.Text).ToList();
        instance.CompleteWorkflow(at, outcomes.Count == 0 ? Outcomes.Done : outcomes);
    }
}
