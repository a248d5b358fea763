using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;
using System.Text.Json;

namespace Workflows.Activities.Compute;

internal sealed class ComputeKind : ActivityKind<ComputeActivity>
{
    public override bool CanBeUndone => false;

    protected override void Check(ComputeActivity activity, string path, List<Problem> problems)
    {
        NeedText(activity.Formula, $"{path}.formula", problems);
        NeedText(activity.Into, $"{path}.into", problems);
    }

    protected override Completion? Enter(StepRun run, ComputeActivity activity, ActivityVisit visit)
    {
        if (!run.CanDo(visit) || !run.Ask(visit, new FormulaQuestion(activity.Id, activity.Formula, activity.Into), out var value))
        {
            return null;
        }

        run.Emit(new FieldsSet(run.Now, activity.Id, new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [activity.Into] = value }));
        return Done;
    }
}
