using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Runs the activities whose conditions hold, else the default; ends when all of them have.</summary>
internal sealed class SwitchKind : ElsaKind
{
    public override string Type => "Elsa.Switch";

    public override IReadOnlyList<InputRule> Inputs { get; } = [SwitchCases.Mode];

    public override IReadOnlyList<string> Outputs { get; } = ["output"];

    public override IReadOnlyList<string> Ports { get; } = ["default"];

    public override IReadOnlyList<string> More { get; } = ["cases"];

    public override void ReadMore(JsonPlace place, ElsaActivity activity, ActivityReader reader) =>
        SwitchCases.Read(place.Member("cases"), activity, reader);

    public override void Execute(Instance instance, Execution at)
    {
        var matching = SwitchCases.Matching(at);
        var chosen = matching.Count == 0 ? [at.Node.Port("default")] : matching.Select(index => at.Node.Cases[index]).ToList();
        foreach (var activity in chosen.OfType<ElsaNode>())
        {
            at.Position++;
            instance.Schedule(at, activity);
        }

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
