using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Activities.Approval;

/// <summary>Whom a step asks after its policies, or how it passes when it asks nobody.</summary>
/// <param name="PassesBy">Set exactly when there are no signers.</param>
internal sealed record SignerSelection(IReadOnlyList<Signer> Signers, Completion? PassesBy)
{
    /// <summary>The selection, or null when the run has stopped to ask, or the step has become an incident.</summary>
    public static SignerSelection? Select(StepRun run, PersonStepActivity step, ActivityVisit visit)
    {
        var question = new SignersQuestion(step.Id, step.Signers) { Chosen = run.State.Chosen?.GetValueOrDefault(step.Id) ?? [] };
        if (!run.Ask(visit, question, out var found))
        {
            return null;
        }

        var signers = Once(found);
        if (step is ApprovalActivity { IfInitiator: not InitiatorPolicy.Allow } approval && signers.Exists(signer => signer.Person == run.State.Initiator))
        {
            if (approval.IfInitiator == InitiatorPolicy.Skip)
            {
                signers.RemoveAll(signer => signer.Person == run.State.Initiator);
                if (signers.Count == 0)
                {
                    return new([], new Completion(Outcomes.Approved, CompletionCause.InitiatorSkipped));
                }
            }
            else if (!ReplaceInitiator(run, step, visit, ref signers))
            {
                return null;
            }
        }

        if (signers.Count == 0)
        {
            return WithoutSigner(run, step, visit);
        }

        return new(step is ApprovalActivity { IfRepeated: var policy } ? [.. signers.Select(signer => Earlier(run, visit, policy, signer))] : signers, null);
    }

    private static bool ReplaceInitiator(StepRun run, PersonStepActivity step, ActivityVisit visit, ref List<Signer> signers)
    {
        var initiator = run.State.Initiator;
        if (!run.Ask(visit, new ManagerQuestion(step.Id, initiator), out var managers))
        {
            return false;
        }

        // In the initiator's place, so that the order of a sequence stays.
        signers = Once(signers
            .SelectMany(signer => signer.Person == initiator ? managers.Take(1).Select(manager => manager with { Weight = signer.Weight }) : [signer])
            .Where(signer => signer.Person != initiator));
        return true;
    }

    private static SignerSelection? WithoutSigner(StepRun run, PersonStepActivity step, ActivityVisit visit)
    {
        switch (step.IfNoSigner)
        {
            case NoSignerPolicy.Approve:
                return new([], new Completion(Outcomes.Approved, CompletionCause.NoSigner));
            case NoSignerPolicy.Reject:
                return new([], new Completion(Outcomes.Rejected, CompletionCause.NoSigner));
            case NoSignerPolicy.Person when step.StandIn is { } key:
                if (!run.Ask(visit, new StandInQuestion(step.Id, key), out var found))
                {
                    return null;
                }

                if (found.Count > 0)
                {
                    return new([found[0]], null);
                }

                break;
        }

        if (!run.Ask(visit, new AdministratorQuestion(step.Id), out var administrators))
        {
            return null;
        }

        if (administrators.Count > 0)
        {
            return new([administrators[0]], null);
        }

        run.Fail(visit, "approval.no-signer", $"Expected somebody to sign '{step.Label}', but found nobody, and no administrator to stand in.");
        return null;
    }

    /// <summary>Marks a signer whose earlier approval counts here.</summary>
    private static Signer Earlier(StepRun run, ActivityVisit visit, RepeatPolicy policy, Signer signer)
    {
        var counts = policy switch
        {
            RepeatPolicy.Ask => false,
            RepeatPolicy.SkipApproved => run.State.Path.Exists(earlier => HasApproved(run, earlier, signer.Person)),
            _ => Before(run, visit) is { } before && HasApproved(run, before, signer.Person),
        };
        return counts ? signer with { HasApproved = true } : signer;
    }

    private static bool HasApproved(StepRun run, ActivityVisit visit, Guid person) =>
        visit.Outcome == Outcomes.Approved
        && (run.State.WorkItems.Exists(item => item.Visit == visit.Number && item.Person == person && item.State == WorkItemState.Approved)
            || visit.Signers.Any(signer => signer.Person == person && signer.HasApproved));

    /// <summary>The approval right before a visit, along the way that led to it.</summary>
    private static ActivityVisit? Before(StepRun run, ActivityVisit visit)
    {
        for (var from = visit.From; from != 0;)
        {
            if (run.State.Path.Find(one => one.Number == from) is not { } before)
            {
                return null;
            }

            if (run.Workflow.Find(before.ActivityId) is ApprovalActivity)
            {
                return before;
            }

            from = before.From;
        }

        return null;
    }

    /// <summary>Each person once, for the first reason found.</summary>
    private static List<Signer> Once(IEnumerable<Signer> signers) => [.. signers.DistinctBy(signer => signer.Person)];
}
