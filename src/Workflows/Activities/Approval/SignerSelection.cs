using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Approval;

/// <summary>Whom an approval asks after its policies, or how it passes when it asks nobody.</summary>
/// <param name="PassesBy">Set exactly when there are no signers.</param>
internal sealed record SignerSelection(IReadOnlyList<Signer> Signers, Completion? PassesBy)
{
    /// <summary>The selection, or null when the run has stopped to ask or was refused.</summary>
    public static SignerSelection? Select(StepRun run, ApprovalActivity activity)
    {
        if (run.Ask(new SignersQuestion(activity.Id, activity.Signers)) is not { } found)
        {
            return null;
        }

        var initiator = run.State.Initiator;
        var signers = Once(found);
        if (activity.IfInitiator == InitiatorPolicy.Allow || signers.All(signer => signer.Person != initiator))
        {
            return signers.Count > 0 ? new(signers, null) : WithoutSigner(run, activity);
        }

        if (activity.IfInitiator == InitiatorPolicy.Skip)
        {
            signers = [.. signers.Where(signer => signer.Person != initiator)];
            return signers.Count > 0
                ? new(signers, null)
                : new([], new Completion(Outcomes.Approved, CompletionCause.InitiatorSkipped));
        }

        return WithManagerOfInitiator(run, activity, signers);
    }

    private static SignerSelection? WithManagerOfInitiator(StepRun run, ApprovalActivity activity, IReadOnlyList<Signer> signers)
    {
        var initiator = run.State.Initiator;
        if (run.Ask(new ManagerQuestion(activity.Id, initiator)) is not { } managers)
        {
            return null;
        }

        // In the initiator's place, so that the order of a sequence stays.
        var replaced = Once(signers
            .SelectMany(signer => signer.Person == initiator ? managers.Take(1) : [signer])
            .Where(signer => signer.Person != initiator));
        return replaced.Count > 0 ? new(replaced, null) : WithoutSigner(run, activity);
    }

    private static SignerSelection? WithoutSigner(StepRun run, ApprovalActivity activity)
    {
        switch (activity.IfNoSigner)
        {
            case NoSignerPolicy.Approve:
                return new([], new Completion(Outcomes.Approved, CompletionCause.NoSigner));
            case NoSignerPolicy.Reject:
                return new([], new Completion(Outcomes.Rejected, CompletionCause.NoSigner));
        }

        if (run.Ask(new AdministratorQuestion(activity.Id)) is not { } administrators)
        {
            return null;
        }

        if (administrators.Count > 0)
        {
            return new([administrators[0]], null);
        }

        run.Refuse(
            RefusalReason.InvalidState,
            "approval.no-signer",
            $"Expected somebody to sign '{activity.Label}', but found nobody, and no administrator to stand in.",
            activity.Label);
        return null;
    }

    /// <summary>Each person once, for the first reason found.</summary>
    private static List<Signer> Once(IEnumerable<Signer> signers) => [.. signers.DistinctBy(signer => signer.Person)];
}
