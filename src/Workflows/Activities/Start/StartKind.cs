using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Start;

internal sealed class StartKind : ActivityKind<StartActivity>
{
    protected override Completion? Enter(StepRun run, StartActivity activity, ActivityVisit visit) => Done;

    protected override void Check(StartActivity activity, string path, List<Problem> problems)
    {
        DurationChecks.Check(activity.UrgeEvery, $"{path}.urgeEvery", 0, problems);
        foreach (var (index, trigger) in (activity.On ?? []).Index())
        {
            if (trigger.By != StartTriggerKind.Changed && trigger.Fields is not null)
            {
                problems.Add(new($"{path}.on[{index}].fields", "workflow.trigger-fields", "Expected fields only for a start on a change, but found some."));
            }

            if (trigger.By == StartTriggerKind.Schedule && string.IsNullOrWhiteSpace(trigger.Cron))
            {
                problems.Add(new($"{path}.on[{index}].cron", "workflow.no-cron", "Expected a cron expression for a schedule, but found none."));
            }
            else if (trigger.By != StartTriggerKind.Schedule && trigger.Cron is not null)
            {
                problems.Add(new($"{path}.on[{index}].cron", "workflow.cron", "Expected a cron expression only for a schedule, but found one."));
            }
        }
    }
}
