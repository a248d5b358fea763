using Workflows.Runtime;
using static Workflows.Definitions.Outcomes;

namespace Workflows.Activities.End;

internal sealed class EndKind : ActivityKind<EndActivity>
{
    public override IReadOnlyList<ActivityOutcome> Outcomes => [];

    protected override Completion? Enter(StepRun run, EndActivity activity, ActivityVisit visit)
    {
        run.Emit(new ActivityCompleted(run.Now, visit.Number, activity.Id, Done, CompletionCause.Itself));
        run.Emit(new InstanceCompleted(run.Now, activity.Result));
        return null;
    }
}
