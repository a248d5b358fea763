using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Fork;

internal sealed class ForkKind : ActivityKind<ForkActivity>
{
    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(ForkActivity activity) =>
    [
        .. activity.Branches.Select(branch => new ActivityOutcome(branch.Name)),
        .. activity.Branches.All(branch => branch.Condition is not null) ? [new ActivityOutcome(Outcomes.None)] : Array.Empty<ActivityOutcome>(),
    ];

    protected override void Check(ForkActivity activity, string path, List<Problem> problems)
    {
        if (activity.Branches.Count < 2)
        {
            problems.Add(new($"{path}.branches", "workflow.few-branches", $"Expected at least two branches, but found {activity.Branches.Count}."));
        }

        BranchNames.Check([.. activity.Branches.Select(one => (one.Name, one.Label))], $"{path}.branches", problems);
    }

    protected override Completion? Enter(StepRun run, ForkActivity activity, ActivityVisit visit)
    {
        var taken = new List<ForkBranch>();
        foreach (var branch in activity.Branches)
        {
            var holds = true;
            if (branch.Condition is { } condition && !run.Ask(visit, new ConditionQuestion(activity.Id, condition, branch.Name), out holds))
            {
                return null;
            }

            if (holds)
            {
                taken.Add(branch);
            }
        }

        if (taken.Count == 0)
        {
            return new Completion(Outcomes.None);
        }

        run.Emit(new ActivityCompleted(run.Now, visit.Number, activity.Id, Outcomes.Done, CompletionCause.Itself));
        var first = run.State.NextBranch;
        foreach (var branch in taken)
        {
            run.Emit(new BranchOpened(run.Now, run.State.NextBranch, visit.Branch, visit.Number, branch.Name));
        }

        // Pushed last to first: the branches are travelled in the order in which they are drawn.
        var index = run.Workflow.IndexOf(activity.Id)!.Value;
        for (var i = taken.Count - 1; i >= 0; i--)
        {
            run.Go(run.Workflow.Target(index, taken[i].Name)!.Value, first + i, visit.Number);
        }

        return null;
    }
}
