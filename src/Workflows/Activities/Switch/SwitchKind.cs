using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Switch;

internal sealed class SwitchKind : ActivityKind<SwitchActivity>
{
    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(SwitchActivity activity) =>
        [.. activity.Cases.Select(one => new ActivityOutcome(one.Name)), new(Outcomes.Otherwise)];

    protected override void Check(SwitchActivity activity, string path, List<Problem> problems)
    {
        if (activity.Cases.Count == 0)
        {
            problems.Add(new($"{path}.cases", "workflow.no-cases", "Expected at least one case, but found none."));
        }

        BranchNames.Check([.. activity.Cases.Select(one => (one.Name, one.Label))], $"{path}.cases", problems);
    }

    protected override Completion? Enter(StepRun run, SwitchActivity activity, ActivityVisit visit)
    {
        foreach (var one in activity.Cases)
        {
            if (!run.Ask(visit, new ConditionQuestion(activity.Id, one.Condition, one.Name), out var holds))
            {
                return null;
            }

            if (holds)
            {
                return new Completion(one.Name);
            }
        }

        return new Completion(Outcomes.Otherwise);
    }
}
