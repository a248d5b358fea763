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
        SignerRuleChecks.Check(step.Signers, $"{path}.signers", "workflow.no-signers", problems, mayBeChosen: true);
        if (step.IfNoSigner == NoSignerPolicy.Person && string.IsNullOrWhiteSpace(step.StandIn))
        {
            problems.Add(new($"{path}.standIn", "workflow.no-stand-in", "Expected the key of the person who stands in, but found none."));
        }

        if (step is FillInActivity && step.IfNoSigner == NoSignerPolicy.Reject)
        {
            problems.Add(new($"{path}.ifNoSigner", "workflow.no-signer-policy", "Expected a policy that a task has, but found reject."));
        }

        if (step.Signers.OfType<ChosenRule>().Skip(1).Any())
        {
            problems.Add(new($"{path}.signers", "workflow.chosen-twice", "Expected the initiator to choose once for a step, but found several such rules."));
        }

        CheckDeadline(step, $"{path}.deadline", problems);
    }

    private static void CheckDeadline(PersonStepActivity step, string path, List<Problem> problems)
    {
        if (step.Deadline is not { } deadline)
        {
            return;
        }

        DurationChecks.Check(deadline.After, $"{path}.after", 1, problems);
        if (deadline.Tiers.Count > MostTiers)
        {
            problems.Add(new($"{path}.tiers", "workflow.tiers", $"Expected at most {MostTiers} tiers, but found {deadline.Tiers.Count}."));
        }

        foreach (var (index, tier) in deadline.Tiers.Index())
        {
            var at = $"{path}.tiers[{index}]";
            DurationChecks.Check(tier.By, $"{at}.by", 0, problems);
            if (tier.By is null && tier.When != TierMoment.Late)
            {
                problems.Add(new($"{at}.by", "workflow.tier", "Expected how long before the item is due, or after it was opened, but found nothing."));
            }

            if (tier.Act == TierAct.Reject && step is FillInActivity)
            {
                problems.Add(new($"{at}.act", "workflow.tier", "Expected an act that a task has, but found reject."));
            }

            if (tier.To is { } to)
            {
                SignerRuleChecks.Check(to, $"{at}.to", "workflow.no-recipients", problems);
                if (tier.Act is not (TierAct.Tell or TierAct.Reassign))
                {
                    problems.Add(new($"{at}.to", "workflow.tier", "Expected people only for a tier that tells or reassigns, but found some."));
                }
            }
        }
    }
}
