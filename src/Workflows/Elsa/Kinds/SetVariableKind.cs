using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Sets a variable, converted to its type.</summary>
internal sealed class SetVariableKind : ElsaKind
{
    public override string Type => "Elsa.SetVariable";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new("value", ElsaType.Object)];

    public override IReadOnlyList<string> More { get; } = ["variable"];

    public override void ReadMore(JsonPlace place, ElsaActivity activity, ActivityReader reader)
    {
        var variable = place.Member("variable");
        if (variable.Exists)
        {
            activity.Target = InputReader.Variable(variable);
        }
        else
        {
            place.Report.Error(variable.Path, "elsa.variable-missing", "Expected the variable to set, but found none.");
        }
    }

    public override void Execute(Instance instance, Execution at)
    {
        var target = at.Node.Activity.Target!;
        Instance.Assign(
            Instance.Find(at, target.Id, target.Name) ?? throw new ElsaFault($"Expected variable '{target.Name ?? target.Id}' around the activity, but found none."),
            at.Input("value"));
        instance.Complete(at);
    }
}
