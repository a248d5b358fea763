using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// The deadlines of work items: when they are due, and the tier that comes next. A calendar that gives no moment is an
/// incident of the step; the item stays, and its clock is set right when the step is tried again.
/// </summary>
internal static class Deadlines
{
    /// <summary>When an item opened now is due; null without a deadline. False when the run has stopped, or the step has become an incident.</summary>
    public static bool Due(StepRun run, ActivityVisit visit, PersonStepActivity step, Guid person, out DateTimeOffset? due)
    {
        due = null;
        if (DueQuestionOf(run, step, person) is not { } question)
        {
            return true;
        }

        if (!run.Ask(visit, question, out var at))
        {
            return false;
        }

        due = at;
        return true;
    }

    /// <summary>The same before anything is done: false when the run has stopped, or is refused.</summary>
    public static bool Due(StepRun run, PersonStepActivity step, Guid person, out DateTimeOffset? due)
    {
        due = null;
        if (DueQuestionOf(run, step, person) is not { } question)
        {
            return true;
        }

        if (!run.Ask(question, out var at))
        {
            return false;
        }

        due = at;
        return true;
    }

    /// <summary>Lets the clock of an item run or stand still, as it should: waits for its next tier, or for none.</summary>
    public static void Settle(StepRun run, WorkItem item)
    {
        if (item.DueAt is null)
        {
            return;
        }

        if (!ShouldRun(run, item))
        {
            Stop(run, item);
            return;
        }

        if (item.StoppedAt is { } since && !Shift(run, item, since))
        {
            return;
        }

        if (!run.State.Waits.Exists(wait => wait.WorkItem == item.Number))
        {
            Arm(run, run.State.FindWorkItem(item.Number)!);
        }
    }

    /// <summary>Settles the clocks of all items that somebody still has to decide; not those of a step that has to be tried again first.</summary>
    public static void SettleAll(StepRun run)
    {
        for (var i = 0; i < run.State.WorkItems.Count; i++)
        {
            if (run.State.WorkItems[i] is { IsPending: true, DueAt: not null } item && run.State.Visit(item.Visit).Incident is null)
            {
                Settle(run, item);
            }
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

    /// <summary>Whether a held item keeps its clock running.</summary>
    public static bool RunsWhileHeld(PersonStepActivity? step, HeldFor? reason) =>
        reason is HeldFor.Delegate or HeldFor.AddedBefore && step?.Deadline is { RunsWhileHeld: true };

    private static bool ShouldRun(StepRun run, WorkItem item) =>
        item.IsPending
        && run.State.Status != InstanceStatus.Suspended
        && (item.State == WorkItemState.Open || RunsWhileHeld(run.Workflow.Find(item.ActivityId) as PersonStepActivity, item.HeldFor))
        && !Returning.StandsStill(run.State, run.State.Visit(item.Visit));

    private static DueQuestion? DueQuestionOf(StepRun run, PersonStepActivity step, Guid person) =>
        step.Deadline is { } deadline ? new DueQuestion(step.Id, run.Now, deadline.After, CalendarOf(run, deadline), person) : null;

    /// <summary>The item is due later by what its clock stood still.</summary>
    private static bool Shift(StepRun run, WorkItem item, DateTimeOffset since)
    {
        var visit = run.State.Visit(item.Visit);
        var calendar = run.Workflow.Find(item.ActivityId) is PersonStepActivity { Deadline: { } deadline } ? CalendarOf(run, deadline) : run.Workflow.Definition.Calendar;
        if (!run.Ask(visit, new ShiftQuestion(item.ActivityId, item.DueAt!.Value, since, run.Now, calendar, item.Person), out var due)
            || !run.Ask(visit, new ShiftQuestion(item.ActivityId, item.ClockFrom ?? item.OpenedAt, since, run.Now, calendar, item.Person), out var from))
        {
            return false;
        }

        run.Emit(new WorkItemDue(run.Now, item.Number, due, from));
        return true;
    }

    /// <summary>Waits for the next tier of an item that is due some time; for nothing when none is left.</summary>
    private static void Arm(StepRun run, WorkItem item)
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

    private static DateTimeOffset? Moment(StepRun run, PersonStepActivity step, DeadlineSettings deadline, DeadlineTier tier, WorkItem item, DateTimeOffset due)
    {
        var from = tier.When == TierMoment.Opened ? item.ClockFrom ?? item.OpenedAt : due;
        if (tier.By is not { } by)
        {
            return from;
        }

        var length = tier.When == TierMoment.Before ? $"-{by}" : by;
        var question = new DueQuestion(step.Id, from, length, CalendarOf(run, deadline), item.Person);
        return run.Ask(run.State.Visit(item.Visit), question, out var at) ? at : null;
    }

    private static string? CalendarOf(StepRun run, DeadlineSettings deadline) => deadline.Calendar ?? run.Workflow.Definition.Calendar;
}
