using System.Text.RegularExpressions;
using Workflows.Activities.Approval;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Join;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>What holds after every command. Each throws with its own words.</summary>
internal static partial class Invariants
{
    public static void Check(GamePlay play, string writtenBefore)
    {
        Holds(play.Before is null || InstanceStateSerializer.Write(play.Before) == writtenBefore, "a state never changes");
        if (play.Result is not Accepted accepted)
        {
            Holds(ReferenceEquals(play.State, play.Before), "a refusal changes nothing");
            Holds(play.Result is Refused { Code.Length: > 0, Message.Length: > 0 }, "a refusal says what was expected");
            return;
        }

        var written = InstanceStateSerializer.Write(accepted.State);
        Same(written, InstanceStateSerializer.Write(InstanceState.Apply(play.Before, accepted.Events)), "the events give the state");
        Same(written, InstanceStateSerializer.Write(InstanceStateSerializer.Read(written)), "a written state reads back equal");
        CheckState(play, accepted);
        TakenBack(play, accepted);
    }

    /// <summary>What can be seen from the events and the state alone, without writing them down.</summary>
    public static void CheckState(GamePlay play, Accepted accepted)
    {
        Numbers(play);
        Decisions(play);
        Joins(play, accepted);
        var map = new StateMap(play.Workflow, accepted.State, play.IsMigrated);
        Items(map);
        Clocks(map);
        Waits(map);
        if (accepted.State.IsOver)
        {
            Ended(map);
        }
        else
        {
            WayOn(map);
        }
    }

    public static void CheckWhole(GamePlay play)
    {
        if (play.State is { } state)
        {
            Same(InstanceStateSerializer.Write(state), InstanceStateSerializer.Write(InstanceState.Replay(play.Commands)!), "the trail rebuilds the state");
        }
    }

    private static void Numbers(GamePlay play)
    {
        Once(play.Commands.SelectMany(events => events).OfType<WorkItemOpened>().Select(opened => opened.Number), play.State!.NextWorkItem, "work items");
        Once(play.Commands.SelectMany(events => events).OfType<ActivityEntered>().Select(entered => entered.Visit), play.State.NextVisit, "visits");
        Once(play.Commands.SelectMany(events => events).OfType<BranchOpened>().Select(opened => opened.Branch), play.State.NextBranch, "branches");
        Once(play.Commands.SelectMany(events => events).OfType<WaitOpened>().Select(opened => opened.Number), play.State.NextWait, "waits");

        static void Once(IEnumerable<int> numbers, int next, string of) =>
            Holds(numbers.SequenceEqual(Enumerable.Range(1, next - 1)), $"numbers of {of} are given once, one after the other");
    }

    /// <summary>Each item is decided at most once, unless that was taken back; each wait is over once.</summary>
    private static void Decisions(GamePlay play)
    {
        var decided = new Dictionary<int, int>();
        var closed = new HashSet<int>();
        foreach (var (index, events) in play.Commands.Index())
        {
            foreach (var happened in events)
            {
                switch (happened)
                {
                    case WorkItemCompleted completed:
                        Holds(decided.TryAdd(completed.Number, index + 1), $"item {completed.Number} is decided once");
                        break;
                    case DecisionTakenBack back:
                        foreach (var number in decided.Where(one => one.Value == back.Sequence).Select(one => one.Key).ToList())
                        {
                            decided.Remove(number);
                        }

                        break;
                    case WaitClosed wait:
                        Holds(closed.Add(wait.Number), $"wait {wait.Number} is over once");
                        break;
                }
            }
        }
    }

    private static void Items(StateMap map)
    {
        // Another version may ask at once whom the one before asked one after the other.
        foreach (var twice in map.Migrated ? [] : map.Pending.CountBy(item => (item.Visit, item.Person)).Where(count => count.Value > 1))
        {
            Fail($"nobody has two pending items of one visit, but {twice.Key} has");
        }

        foreach (var item in map.Pending)
        {
            Holds((item.State == WorkItemState.Held) == item.HeldFor is not null, $"item {item.Number} says what it is held for exactly while it is held");
            if (item.Kind == WorkItemKind.Revise)
            {
                continue;
            }

            Holds(map.Live(item.Visit) is { } visit && visit.ActivityId == item.ActivityId, $"pending item {item.Number} is of a step at which the instance waits");
            Holds(map.Workflow.Find(item.ActivityId) is PersonStepActivity, $"pending item {item.Number} is of a step at which people act");
            var still = map.StandsStill(map.Live(item.Visit)!);
            Holds(item.State != WorkItemState.Open || !still, $"open item {item.Number} is of a step that goes on");
            Holds(item.HeldFor != HeldFor.Return || still, $"item {item.Number} is held for a return only while its step stands still");
        }

        foreach (var visit in map.LiveVisits.Where(visit => map.Workflow.Find(visit.ActivityId) is ApprovalActivity { Mode: SignMode.Sequence }))
        {
            // Another version may have made a sequence of what asked everybody.
            Holds(
                map.Migrated || map.Pending.Where(item => item.Visit == visit.Number).Select(item => item.Order).Distinct().Count() <= 1,
                $"'{visit.ActivityId}' asks one after the other");
        }
    }

    private static void Clocks(StateMap map)
    {
        foreach (var item in map.State.WorkItems)
        {
            var waits = map.State.Waits.Count(wait => wait.WorkItem == item.Number);
            var runs = map.IsPending(item) && item is { DueAt: not null, StoppedAt: null };
            Holds(waits <= 1, $"item {item.Number} waits for one tier at a time");
            Holds(waits == 0 || runs, $"a tier of item {item.Number} is waited for while its clock runs");
            if (runs && map.Live(item.Visit) is { Incident: null } && map.State.Status != InstanceStatus.Suspended)
            {
                var tiers = (map.Workflow.Find(item.ActivityId) as PersonStepActivity)?.Deadline?.Tiers.Count ?? 0;
                var left = Enumerable.Range(0, tiers).Any(tier => (item.TiersDone & (1 << tier)) == 0);
                Holds(left == (waits == 1), $"item {item.Number} waits for its next tier as long as there is one");
            }

            Holds(
                !map.IsPending(item) || item.DueAt is null || item.State != WorkItemState.Open || map.State.Status == InstanceStatus.Suspended || item.StoppedAt is null || map.Live(item.Visit)?.Incident is not null,
                $"the clock of open item {item.Number} runs");
        }
    }

    private static void Waits(StateMap map)
    {
        foreach (var wait in map.State.Waits)
        {
            Holds(map.Live(wait.Visit) is not null, $"wait {wait.Number} belongs to a step at which the instance waits");
            Holds(
                (wait.Kind, map.Workflow.Find(map.Live(wait.Visit)!.ActivityId)) is
                    (WaitFor.Deadline, PersonStepActivity) or (WaitFor.Moment or WaitFor.Event, WaitActivity) or (WaitFor.Call, HttpCallActivity) or (WaitFor.Child, SubWorkflowActivity),
                $"wait {wait.Number} is of a kind that its step has");
            Holds(
                wait.Fired is null || map.State.Status != InstanceStatus.Running || map.StandsStill(map.Live(wait.Visit)!) || wait.Kind == WaitFor.Deadline,
                $"wait {wait.Number}, which is over, is acted on once its step goes on");
        }
    }

    private static void Ended(StateMap map)
    {
        Holds(map.State.EndedAt is not null, "an ended instance says when");
        Holds(map.Pending.Count == 0, "nothing is open after the end");
        Holds(map.State.Waits.Count == 0, "nothing is waited for after the end");
        Holds(map.LiveVisits.Count == 0, "an ended instance is at no step");
        Holds(map.State.Returns.All(one => one.EndedBy != 0), "no return is under way after the end");
    }

    /// <summary>Every place at which the instance waits can go on, or waits for one that can.</summary>
    private static void WayOn(StateMap map)
    {
        var isBack = map.State.Status == InstanceStatus.Returned || map.State is { Status: InstanceStatus.Suspended, Before: InstanceStatus.Returned };
        Holds(map.Pending.Count(item => item.Kind == WorkItemKind.Revise) == (isBack ? 1 : 0), "the initiator has the item to revise exactly while the instance is returned");
        Holds(isBack || map.LiveVisits.Count > 0, "an instance under way is at some step");
        foreach (var one in map.Returns)
        {
            Holds(
                one.Target is null ? isBack : map.LiveVisits.Exists(visit => visit.Detour == one.Number) || map.Returns.Exists(other => other.Detour == one.Number),
                $"return {one.Number} is on a way from which it comes back");
        }

        foreach (var visit in map.LiveVisits)
        {
            if (visit.Incident is null && !map.StandsStill(visit) && !isBack)
            {
                GoesOn(map, visit);
            }
        }
    }

    private static void GoesOn(StateMap map, ActivityVisit visit)
    {
        var waits = map.State.Waits.Any(wait => wait.Visit == visit.Number && wait.Kind != WaitFor.Deadline && (wait.Fired is null || map.State.Status == InstanceStatus.Suspended));
        switch (map.Workflow.Find(visit.ActivityId))
        {
            case JoinActivity join:
                Holds(map.Waited(visit, join), $"join '{join.Id}' waits for something");
                break;
            case PersonStepActivity:
                Holds(map.Pending.Exists(item => item.Visit == visit.Number && item.State == WorkItemState.Open), $"somebody is asked at '{visit.ActivityId}'");
                foreach (var held in map.Pending.Where(item => item.Visit == visit.Number && item.State == WorkItemState.Held))
                {
                    Holds(map.Resolves(held), $"item {held.Number}, held for {held.HeldFor}, waits for somebody");
                }

                break;
            case WaitActivity or HttpCallActivity or SubWorkflowActivity:
                Holds(waits, $"'{visit.ActivityId}' waits for something");
                break;
            default:
                Fail($"the instance does not stay at '{visit.ActivityId}'");
                break;
        }
    }

    /// <summary>A join of all goes on when nothing else comes, one of some when enough have come, and each once.</summary>
    private static void Joins(GamePlay play, Accepted accepted)
    {
        var branches = (play.Before?.Branches ?? []).Concat(accepted.State.Branches).Concat(accepted.Events.OfType<BranchOpened>().Select(opened => new BranchState(opened.Branch, opened.Parent, opened.Fork, opened.Name, 0)))
            .DistinctBy(branch => branch.Number).ToDictionary(branch => branch.Number);
        var places = (play.Before?.Path ?? []).Select(visit => (visit.Number, visit.Branch)).Concat(accepted.Events.OfType<ActivityEntered>().Select(entered => (Number: entered.Visit, entered.Branch)))
            .ToDictionary(place => place.Number, place => place.Branch);
        var done = accepted.Events.OfType<ActivityCompleted>()
            .Where(completed => completed.Outcome == Outcomes.Done && play.Workflow.Find(completed.ActivityId) is JoinActivity)
            .ToLookup(completed => branches[places[completed.Visit]].Fork);
        foreach (var fired in done.Where(_ => play.Command is not JumpTo))
        {
            var join = (JoinActivity)play.Workflow.Find(fired.First().ActivityId)!;
            var givenUp = accepted.Events.OfType<ActivityCompleted>().Count(completed => completed.Outcome == Outcomes.Cancelled && Innermost(branches, places[completed.Visit], done) == fired.Key);
            Holds(accepted.State.IsOver || !accepted.State.Tokens.Any(visit => InScope(branches, visit.Branch, fired.Key)), $"nothing is left behind when '{join.Id}' goes on");
            Holds(givenUp == 0 || join.Mode != JoinMode.All || accepted.State.IsOver, $"'{join.Id}' waits for all");
            Holds(givenUp == 0 || join.Mode != JoinMode.Count || fired.Count() >= join.Count || accepted.State.IsOver, $"'{join.Id}' waits for {join.Count}");
            Holds(accepted.Events.OfType<ActivityEntered>().Count(entered => fired.Any(one => one.Visit == entered.From)) <= 1, $"'{join.Id}' goes on once");
        }
    }

    /// <summary>The fork, out of those whose join went on, whose branches a branch lies in; 0 for none.</summary>
    private static int Innermost(Dictionary<int, BranchState> branches, int branch, ILookup<int, ActivityCompleted> done)
    {
        for (var at = branch; at != 0; at = branches[at].Parent)
        {
            if (done.Contains(branches[at].Fork))
            {
                return branches[at].Fork;
            }
        }

        return 0;
    }

    private static bool InScope(Dictionary<int, BranchState> branches, int branch, int fork)
    {
        for (var at = branch; at != 0; at = branches[at].Parent)
        {
            if (branches[at].Fork == fork)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is taken back at once leaves everything as it was, but for numbers, and for clocks that cannot be set again.</summary>
    private static void TakenBack(GamePlay play, Accepted accepted)
    {
        if (accepted.Events.OfType<DecisionTakenBack>().FirstOrDefault() is { } back && back.Sequence == accepted.State.Sequence - 1
            && !accepted.Events.Any(happened => happened is IncidentRaised)
            && !play.States[^2]!.Incidents.Any())
        {
            Same(Plain(play.States[^2]!), Plain(accepted.State), "what was taken back is as it was");
        }
    }

    private static string Plain(InstanceState state) => Remembered().Replace(InstanceStateSerializer.Write(state with
    {
        Sequence = 0,
        NextWorkItem = 0,
        NextVisit = 0,
        NextBranch = 0,
        NextWait = 0,
        Waits = [.. state.Waits.OrderBy(wait => (wait.Visit, wait.WorkItem)).Select(wait => wait with { Number = 0, OpenedBy = 0, Fired = wait.Kind == WaitFor.Deadline ? null : wait.Fired, Tier = null, DueAt = wait.Kind == WaitFor.Deadline ? null : wait.DueAt })],
        WorkItems = [.. state.WorkItems.Select(item => item with { TiersDone = 0 })],
    }), "");

    /// <summary>What is remembered of the status before, which only its own command needs.</summary>
    [GeneratedRegex("\"statusWasBy\":[0-9]+,?")]
    private static partial Regex Remembered();

    private static void Same(string expected, string found, string what)
    {
        if (expected != found)
        {
            var at = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
            var from = Math.Max(0, at - 200);
            Fail($"{what}:{Environment.NewLine}{expected[from..Math.Min(expected.Length, at + 200)]}{Environment.NewLine}{found[from..Math.Min(found.Length, at + 200)]}");
        }
    }

    private static void Holds(bool holds, string what)
    {
        if (!holds)
        {
            Fail(what);
        }
    }

    private static void Fail(string what) => throw new InvariantException($"Does not hold: {what}");
}

/// <summary>An invariant does not hold.</summary>
internal sealed class InvariantException(string message, Exception? cause = null) : Exception(message, cause);
