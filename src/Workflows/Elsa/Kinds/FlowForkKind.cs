using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Goes all the ways it names at once.</summary>
internal sealed class FlowForkKind : ElsaKind
{
    public override string Type => "Elsa.FlowFork";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("branches", ElsaType.List)];

    public override void Execute(Instance instance, Execution at) =>
        instance.Complete(at, ElsaValues.IsNull(at.Input("branches")) ? Outcomes.Done : [.. ElsaValues.Items(at.Input("branches")).Select(ElsaValues.Text)]);
}
