using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Mail;

internal sealed class MailKind : ActivityKind<MailActivity>
{
    public override bool CanBeUndone => false;

    protected override void Check(MailActivity activity, string path, List<Problem> problems)
    {
        if (activity.Addresses is not { Count: > 0 } || activity.To is not null)
        {
            SignerRuleChecks.Check(activity.To ?? [], $"{path}.to", "workflow.no-recipients", problems);
        }

        NeedText(activity.Subject, $"{path}.subject", problems);
        NeedText(activity.Text, $"{path}.text", problems);
    }

    protected override Completion? Enter(StepRun run, MailActivity activity, ActivityVisit visit)
    {
        IReadOnlyList<Signer> people = [];
        if (activity.To is { Count: > 0 } rules && !run.Ask(visit, new RecipientsQuestion(activity.Id, rules), out people))
        {
            return null;
        }

        run.Emit(new MailRequested(run.Now, visit.Number, activity.Id, [.. people.Select(one => one.Person).Distinct()]));
        return Done;
    }
}
