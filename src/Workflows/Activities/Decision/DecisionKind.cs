using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Decision;

internal sealed class DecisionKind : ActivityKind<DecisionActivity>
{
    private static readonly IReadOnlyList<ActivityOutcome> Both = [new(Outcomes.True), new(Outcomes.False)];

    private static readonly Completion True = new(Outcomes.True);
    private static readonly Completion False = new(Outcomes.False);

    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(DecisionActivity activity) => Both;

    protected override Completion? Enter(StepRun run, DecisionActivity activity, ActivityVisit visit)
    {
        if (!run.Ask(visit, new ConditionQuestion(activity.Id, activity.Condition), out var holds))
        {
            return null;
        }

        run.Emit(new ConditionDecided(run.Now, visit.Number, activity.Id, holds));
        return holds ? True : False;
    }
}
