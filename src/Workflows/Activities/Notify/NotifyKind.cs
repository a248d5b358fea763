using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Notify;

internal sealed class NotifyKind : ActivityKind<NotifyActivity>
{
    protected override void Check(NotifyActivity activity, string path, List<Problem> problems)
    {
        SignerRuleChecks.Check(activity.To, $"{path}.to", "workflow.no-recipients", problems);
        NeedText(activity.Message, $"{path}.message", problems);
    }

    protected override Completion? Enter(StepRun run, NotifyActivity activity, ActivityVisit visit)
    {
        if (!run.Ask(visit, new RecipientsQuestion(activity.Id, activity.To), out var recipients))
        {
            return null;
        }

        if (recipients.Count > 0)
        {
            run.Emit(new NotificationRequested(run.Now, activity.Id, [.. recipients.Select(one => one.Person).Distinct()], activity.Message));
        }

        if (activity.Copy)
        {
            WorkItemOpening.OpenCopies(run, visit, recipients);
        }

        return Done;
    }
}
