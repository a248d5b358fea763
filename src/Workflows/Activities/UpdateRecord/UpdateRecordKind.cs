using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.UpdateRecord;

internal sealed class UpdateRecordKind : ActivityKind<UpdateRecordActivity>
{
    public override bool CanBeUndone => false;

    protected override void Check(UpdateRecordActivity activity, string path, List<Problem> problems)
    {
        NeedText(activity.Link, $"{path}.link", problems);
        if (activity.Values is not { Count: > 0 } && activity.From is not { Count: > 0 })
        {
            problems.Add(new($"{path}.values", "workflow.no-values", "Expected at least one field to set, but found none."));
        }
    }

    protected override Completion? Enter(StepRun run, UpdateRecordActivity activity, ActivityVisit visit)
    {
        if (!run.CanDo(visit))
        {
            return null;
        }

        run.Emit(new RecordEffectRequested(run.Now, visit.Number, activity.Id));
        return Done;
    }
}
