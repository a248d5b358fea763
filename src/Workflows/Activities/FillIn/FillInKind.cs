using Forms.Problems;
using Workflows.Definitions;
using Workflows.Activities.Approval;
using Workflows.Runtime;

namespace Workflows.Activities.FillIn;

internal sealed class FillInKind : ActivityKind<FillInActivity>
{
    public override bool Waits => true;

    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(FillInActivity activity) =>
        activity.Buttons is { Count: > 0 } buttons ? [.. buttons.Select(button => new ActivityOutcome(button.Name))] : OnlyDone;

    protected override void Check(FillInActivity activity, string path, List<Problem> problems)
    {
        PersonStepChecks.Check(activity, path, problems);
        BranchNames.Check([.. (activity.Buttons ?? []).Select(one => (one.Name, one.Label))], $"{path}.buttons", problems);
    }

    protected override Completion? Enter(StepRun run, FillInActivity activity, ActivityVisit visit)
    {
        if (visit.Signers.Count == 0)
        {
            if (SignerSelection.Select(run, activity, visit) is not { } selection)
            {
                return null;
            }

            run.Emit(new SignersFound(run.Now, visit.Number, activity.Id, selection.Signers));
            if (selection.PassesBy is { } passes)
            {
                return passes with { Outcome = PersonSteps.FirstButton(activity) ?? Outcomes.Done };
            }
        }

        PersonSteps.OpenDue(run, activity, run.State.Visit(visit.Number));
        return null;
    }
}
