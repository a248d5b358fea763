using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Goes the ways whose conditions hold, else <c>Default</c>.</summary>
internal sealed class FlowSwitchKind : ElsaKind
{
    public override string Type => "Elsa.FlowSwitch";

    public override IReadOnlyList<InputRule> Inputs { get; } = [SwitchCases.Mode];

    public override IReadOnlyList<string> More { get; } = ["cases"];

    public override void ReadMore(JsonPlace place, ElsaActivity activity, ActivityReader reader) =>
        SwitchCases.Read(place.Member("cases"), activity, reader);

    public override void Execute(Instance instance, Execution at)
    {
        var labels = SwitchCases.Matching(at).Select(index => at.Node.Activity.Cases[index].Label).ToList();
        instance.Complete(at, labels.Count == 0 ? ["Default"] : labels);
    }
}
