using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Approval;

internal sealed class ApprovalKind : ActivityKind<ApprovalActivity>
{
    private static readonly IReadOnlyList<ActivityOutcome> Both = [new(Outcomes.Approved), new(Outcomes.Rejected, Required: false)];

    public override bool Waits => true;

    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(ApprovalActivity activity) => Both;

    protected override void Check(ApprovalActivity activity, string path, List<Problem> problems)
    {
        PersonStepChecks.Check(activity, path, problems);
        if (activity.Share is { } share && (activity.Mode != SignMode.Vote || share is <= 0 or > 1))
        {
            problems.Add(new($"{path}.share", "workflow.share", $"Expected a share above 0 and at most 1, and only for a vote, but found {share}."));
        }
    }

    protected override Completion? Enter(StepRun run, ApprovalActivity activity, ActivityVisit visit)
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
                return passes;
            }

            visit = run.State.Visit(visit.Number);
            if (PersonSteps.OutcomeOf(run, activity, visit) is { } outcome)
            {
                return new Completion(outcome, CompletionCause.Repeated);
            }
        }

        PersonSteps.OpenDue(run, activity, visit);
        return null;
    }
}
