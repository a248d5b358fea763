using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.CreateRecord;

internal sealed class CreateRecordKind : ActivityKind<CreateRecordActivity>
{
    public override bool CanBeUndone => false;

    protected override void Check(CreateRecordActivity activity, string path, List<Problem> problems)
    {
        NeedText(activity.Form, $"{path}.form", problems);
        if (activity.Values is not { Count: > 0 } && activity.From is not { Count: > 0 })
        {
            problems.Add(new($"{path}.values", "workflow.no-values", "Expected at least one field to set, but found none."));
        }
    }

    protected override Completion? Enter(StepRun run, CreateRecordActivity activity, ActivityVisit visit)
    {
        if (!run.CanDo(visit))
        {
            return null;
        }

        run.Emit(new RecordEffectRequested(run.Now, visit.Number, activity.Id));
        return Done;
    }
}
