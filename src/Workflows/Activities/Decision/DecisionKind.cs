using Workflows.Runtime;
using static Workflows.Definitions.Outcomes;

namespace Workflows.Activities.Decision;

internal sealed class DecisionKind : ActivityKind<DecisionActivity>
{
    public override IReadOnlyList<ActivityOutcome> Outcomes { get; } = [new(True), new(False)];

    protected override Completion? Enter(StepRun run, DecisionActivity activity, ActivityVisit visit)
    {
        if (run.Ask(new ConditionQuestion(activity.Id, activity.Condition)) is not { } holds)
        {
            return null;
        }

        run.Emit(new ConditionDecided(run.Now, visit.Number, activity.Id, holds));
        return new Completion(holds ? True : False);
    }
}
