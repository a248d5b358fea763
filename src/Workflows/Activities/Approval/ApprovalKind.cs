using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Runtime.Commands;
using Workflows.WorkItems;

namespace Workflows.Activities.Approval;

internal sealed class ApprovalKind : ActivityKind<ApprovalActivity>
{
    public override IReadOnlyList<ActivityOutcome> Outcomes { get; } =
        [new(Definitions.Outcomes.Approved), new(Definitions.Outcomes.Rejected, Required: false)];

    public override bool Waits => true;

    /// <summary>A signer has approved: the step is approved, the next one is asked, or the others are waited for.</summary>
    public static void Approved(StepRun run, ApprovalActivity activity, ActivityVisit visit, WorkItem item)
    {
        var next = item.Order + 1;
        switch (activity.Mode)
        {
            case SignMode.Sequence when next < visit.Signers.Count:
                OpenWorkItems.OpenFor(run, visit, visit.Signers[next], next);
                return;
            case SignMode.All when run.State.OpenWorkItems.Any(other => other.Visit == visit.Number):
                return;
            default:
                OpenWorkItems.Close(run, visit, WorkItemCloseReason.ApprovedByAnother);
                run.Leave(visit, new Completion(Definitions.Outcomes.Approved));
                return;
        }
    }

    /// <summary>A signer has rejected, which decides the step in every mode.</summary>
    public static void Rejected(StepRun run, ActivityVisit visit)
    {
        OpenWorkItems.Close(run, visit, WorkItemCloseReason.RejectedByAnother);
        run.Leave(visit, new Completion(Definitions.Outcomes.Rejected));
    }

    protected override void Check(ApprovalActivity activity, string path, List<Problem> problems) =>
        SignerRuleChecks.Check(activity.Signers, $"{path}.signers", "workflow.no-signers", problems);

    protected override Completion? Enter(StepRun run, ApprovalActivity activity, ActivityVisit visit)
    {
        if (SignerSelection.Select(run, activity) is not { } selection)
        {
            return null;
        }

        run.Emit(new SignersFound(run.Now, visit.Number, activity.Id, selection.Signers));
        var asked = activity.Mode == SignMode.Sequence ? selection.Signers.Take(1) : selection.Signers;
        foreach (var (order, signer) in asked.Index())
        {
            OpenWorkItems.OpenFor(run, visit with { Signers = selection.Signers }, signer, order);
        }

        return selection.PassesBy;
    }
}
