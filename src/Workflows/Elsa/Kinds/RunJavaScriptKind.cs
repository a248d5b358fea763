using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Runs a script. Its value is the result, and it may choose the outcomes with <c>setOutcome</c> and <c>setOutcomes</c>.</summary>
internal sealed class RunJavaScriptKind : ElsaKind
{
    private const string Script = "script";

    public override string Type => "Elsa.RunJavaScript";

    public override IReadOnlyList<InputRule> Inputs { get; } = [new(Script, ElsaType.String), new("possibleOutcomes", ElsaType.List, Fixed: true)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override void ReadMore(JsonPlace place, ElsaActivity activity, ActivityReader reader)
    {
        // The input is the text of the script, whatever language the designer has marked it with; running it is what is asked.
        switch (activity.Inputs.GetValueOrDefault(Script)?.Expression)
        {
            case LiteralExpression literal when string.IsNullOrWhiteSpace(ElsaValues.Text(literal.Value)):
                activity.Inputs.Remove(Script);
                break;
            case LiteralExpression literal:
                activity.Inputs[Script] = new ElsaInput(new JavaScriptExpression(ElsaValues.Text(literal.Value)), ElsaType.Object);
                break;
            case not null:
                place.Report.Error($"{place.Path}.{Script}", "elsa.fixed-input", "Expected the script as it stands, but found an expression that makes one.");
                break;
        }
    }

    public override void Execute(Instance instance, Execution at)
    {
        if (!ElsaValues.IsNull(at.Input(Script)))
        {
            instance.SetResult(at, "result", at.Input(Script));
        }

        instance.Complete(at, at.Marks.Count == 0 ? Outcomes.Done : at.Marks);
    }
}
