using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Wait;

internal sealed class WaitKind : ActivityKind<WaitActivity>
{
    public override bool Waits => true;

    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(WaitActivity activity) =>
        activity.Event is not null && HasMoment(activity) ? [new(Outcomes.Done), new(Outcomes.Timeout)] : OnlyDone;

    protected override void Check(WaitActivity activity, string path, List<Problem> problems)
    {
        if (activity.Event is null && !HasMoment(activity))
        {
            problems.Add(new(path, "workflow.waits-for-nothing", "Expected a duration, a date field or an event to wait for, but found none."));
        }
        else if (activity.Event is { } name)
        {
            NeedText(name, $"{path}.event", problems);
        }

        DurationChecks.Check(activity.After, $"{path}.after", activity.Until is null ? 1 : int.MinValue, problems);
    }

    protected override Completion? Enter(StepRun run, WaitActivity activity, ActivityVisit visit)
    {
        DateTimeOffset? until = null;
        if (HasMoment(activity))
        {
            var calendar = activity.Calendar ?? run.Workflow.Definition.Calendar;
            if (!run.Ask(visit, new MomentQuestion(activity.Id, activity.Until, activity.After, calendar, run.State.Initiator), out var moment))
            {
                return null;
            }

            if (moment <= run.Now)
            {
                return new Completion(activity.Event is null ? Outcomes.Done : Outcomes.Timeout);
            }

            until = moment;
        }

        if (activity.Event is { } name)
        {
            run.Emit(new WaitOpened(run.Now, run.State.NextWait, WaitFor.Event, visit.Number) { Name = name });
        }

        if (until is not null)
        {
            run.Emit(new WaitOpened(run.Now, run.State.NextWait, WaitFor.Moment, visit.Number) { DueAt = until });
        }

        return null;
    }

    private static bool HasMoment(WaitActivity activity) => activity.After is not null || activity.Until is not null;
}
