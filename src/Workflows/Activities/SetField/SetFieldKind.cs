using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.SetField;

internal sealed class SetFieldKind : ActivityKind<SetFieldActivity>
{
    public override bool CanBeUndone => false;

    protected override void Check(SetFieldActivity activity, string path, List<Problem> problems)
    {
        if (activity.Values.Count == 0)
        {
            problems.Add(new($"{path}.values", "workflow.no-values", "Expected at least one field to set, but found none."));
        }
    }

    protected override Completion? Enter(StepRun run, SetFieldActivity activity, ActivityVisit visit)
    {
        if (!run.CanDo(visit))
        {
            return null;
        }

        run.Emit(new FieldsSet(run.Now, activity.Id, activity.Values));
        return Done;
    }
}
