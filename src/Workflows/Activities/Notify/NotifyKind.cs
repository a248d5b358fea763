using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;
using static Workflows.Definitions.Outcomes;

namespace Workflows.Activities.Notify;

internal sealed class NotifyKind : ActivityKind<NotifyActivity>
{
    public override IReadOnlyList<ActivityOutcome> Outcomes => OnlyDone;

    protected override void Check(NotifyActivity activity, string path, List<Problem> problems)
    {
        SignerRuleChecks.Check(activity.To, $"{path}.to", "workflow.no-recipients", problems);
        if (string.IsNullOrWhiteSpace(activity.Message))
        {
            problems.Add(new($"{path}.message", "workflow.text-missing", "Expected a text, but found none."));
        }
    }

    protected override Completion? Enter(StepRun run, NotifyActivity activity, ActivityVisit visit)
    {
        if (run.Ask(new RecipientsQuestion(activity.Id, activity.To)) is not { } recipients)
        {
            return null;
        }

        if (recipients.Count > 0)
        {
            run.Emit(new NotificationRequested(run.Now, activity.Id, [.. recipients.Select(one => one.Person).Distinct()], activity.Message));
        }

        return new Completion(Done);
    }
}
