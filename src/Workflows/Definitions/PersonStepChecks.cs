using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Activities.FillIn;

namespace Workflows.Definitions;

/// <summary>Checks what approvals and fill-in tasks have in common, as far as that is possible without directory, form and calendars.</summary>
internal static class PersonStepChecks
{
    private const int MostTiers = 20;

    public static void Check(PersonStepActivity step, string path, List<Problem> problems)
    {
        SignerRuleChecks.Check(step.Signers, $"{path}.signers", "workflow.no-signers", problems);
        if (step.IfNoSigner == NoSignerPolicy.Person && string.IsNullOrWhiteSpace(step.StandIn))
        {
            problems.Add(new($"{path}.standIn", "workflow.no-stand-in", "Expected the key of the person who stands in, but found none."));
        }

        if (step is FillInActivity && step.IfNoSigner == NoSignerPolicy.Reject)
        {
            problems.Add(new($"{path}.ifNoSigner", "workflow.no-signer-policy", "Expected a policy that a task has, but found reject."));
        }

        if (step.Deadline is { } deadline)
        {
            if (string.IsNullOrWhiteSpace(deadline.After))
            {
                problems.Add(new($"{path}.deadline.after", "workflow.text-missing", "Expected a business duration, but found none."));
            }

            if (deadline.Tiers.Count > MostTiers)
            {
                problems.Add(new($"{path}.deadline.tiers", "workflow.tiers", $"Expected at most {MostTiers} tiers, but found {deadline.Tiers.Count}."));
            }
        }
    }
}
