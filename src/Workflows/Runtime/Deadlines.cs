using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>The deadlines of work items: when they are due, and the tier that comes next.</summary>
internal static class Deadlines
{
    /// <summary>When an item opened now is due; null without a deadline. False when the run has stopped, or the step has become an incident.</summary>
    public static bool Due(StepRun run, ActivityVisit visit, PersonStepActivity step, Guid person, out DateTimeOffset? due)
    {
        due = null;
        if (step.Deadline is not { } deadline)
        {
            return true;
        }

        if (!run.Ask(visit, new DueQuestion(step.Id, run.Now, deadline.After, CalendarOf(run, deadline), person), out var at))
        {
            return false;
        }

        due = at;
        return true;
    }

    /// <summary>Waits for the next tier of an item that is due some time; for nothing when none is left.</summary>
    public static void Arm(StepRun run, WorkItem item)
    {
        if (item.DueAt is not { } due || run.Workflow.Find(item.ActivityId) is not PersonStepActivity { Deadline: { } deadline } step)
        {
            return;
        }

        (DateTimeOffset At, int Tier)? next = null;
        for (var tier = 0; tier < deadline.Tiers.Count; tier++)
        {
            if ((item.TiersDone & (1 << tier)) != 0)
            {
                continue;
            }

            if (Moment(run, step, deadline, deadline.Tiers[tier], item, due) is not { } at)
            {
                return;
            }

            if (next is null || at < next.Value.At)
            {
                next = (at, tier);
            }
        }

        if (next is { } found)
        {
            run.Emit(new WaitOpened(run.Now, run.State.NextWait, WaitFor.Deadline, item.Visit) { WorkItem = item.Number, DueAt = found.At, Tier = found.Tier });
        }
    }

    /// <summary>Waits for no tier of the item any more.</summary>
    public static void Stop(StepRun run, WorkItem item)
    {
        if (item.DueAt is not null && run.State.Waits.Find(wait => wait.WorkItem == item.Number) is { } wait)
        {
            run.Emit(new WaitClosed(run.Now, wait.Number));
        }
    }

    /// <summary>The clock of an item runs again: it is due later by what the clock stood still.</summary>
    /// <param name="stoppedAt">Null when it did not stand still.</param>
    public static void Go(StepRun run, WorkItem item, DateTimeOffset? stoppedAt)
    {
        if (item.DueAt is not { } due || run.Workflow.Find(item.ActivityId) is not PersonStepActivity { Deadline: { } deadline } step)
        {
            return;
        }

        if (stoppedAt is { } since)
        {
            var calendar = CalendarOf(run, deadline);
            if (!run.Ask(new ShiftQuestion(step.Id, due, since, run.Now, calendar, item.Person), out var later)
                || !run.Ask(new ShiftQuestion(step.Id, item.ClockFrom ?? item.OpenedAt, since, run.Now, calendar, item.Person), out var from))
            {
                return;
            }

            run.Emit(new WorkItemDue(run.Now, item.Number, later, from));
        }

        Stop(run, item);
        Arm(run, run.State.FindWorkItem(item.Number)!);
    }

    private static DateTimeOffset? Moment(StepRun run, PersonStepActivity step, DeadlineSettings deadline, DeadlineTier tier, WorkItem item, DateTimeOffset due)
    {
        var from = tier.When == TierMoment.Opened ? item.ClockFrom ?? item.OpenedAt : due;
        if (tier.By is not { } by)
        {
            return from;
        }

        var length = tier.When == TierMoment.Before ? $"-{by}" : by;
        return run.Ask(new DueQuestion(step.Id, from, length, CalendarOf(run, deadline), item.Person), out var at) ? at : null;
    }

    private static string? CalendarOf(StepRun run, DeadlineSettings deadline) => deadline.Calendar ?? run.Workflow.Definition.Calendar;
}
