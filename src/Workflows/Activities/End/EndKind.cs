using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Activities.End;

internal sealed class EndKind : ActivityKind<EndActivity>
{
    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(EndActivity activity) => [];

    /// <summary>An approved end in a branch ends the branch only; any other ends the instance.</summary>
    protected override Completion? Enter(StepRun run, EndActivity activity, ActivityVisit visit)
    {
        run.Emit(new ActivityCompleted(run.Now, visit.Number, activity.Id, Outcomes.Done, CompletionCause.Itself));
        if (visit.Branch == 0 || activity.Result == EndResult.Rejected)
        {
            run.EndInstance(activity.Result, activity.Result == EndResult.Rejected ? WorkItemCloseReason.RejectedByAnother : WorkItemCloseReason.NotNeeded);
        }

        return null;
    }
}
