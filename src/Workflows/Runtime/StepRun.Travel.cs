using System.Runtime.InteropServices;
using Workflows.Activities;
using Workflows.Activities.End;
using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>The way of the instance through its steps.</summary>
internal sealed partial class StepRun
{
    private readonly Stack<Way> _ways = new();

    /// <summary>Goes to an activity as soon as the step being handled is done.</summary>
    public void Go(int activity, int branch, int from, int? detour = null) => _ways.Push(new Way(activity, branch, from, detour));

    /// <summary>Ends a visit at which the instance waited; the way goes on with <see cref="Travel"/>.</summary>
    public void Leave(ActivityVisit visit, Completion completion) =>
        Complete(workflow.IndexOf(visit.ActivityId)!.Value, State.Visit(visit.Number), completion);

    /// <summary>Goes on from everywhere until the instance waits, has ended, or the run has stopped.</summary>
    public void Travel()
    {
        do
        {
            while (!IsStopped && _ways.TryPop(out var way))
            {
                Enter(way);
            }
        }
        while (!IsStopped && State.Status == InstanceStatus.Running && (Firing.Kept(this) || FireJoin()));

        if (!IsStopped && State.Status == InstanceStatus.Running && IsAtNoStep())
        {
            EndInstance(EndResult.Approved, WorkItemCloseReason.NotNeeded);
        }
    }

    /// <summary>Does the step of a visit with an incident again.</summary>
    public void Retry(ActivityVisit visit)
    {
        var index = workflow.IndexOf(visit.ActivityId)!.Value;
        if (workflow.KindOf(index).Enter(this, workflow.Activities[index], visit) is { } completion && !IsStopped)
        {
            Complete(index, State.Visit(visit.Number), completion);
        }
        else
        {
            Deadlines.SettleAll(this);
        }
    }

    /// <summary>Ends the instance, and with it whatever is open anywhere.</summary>
    public void EndInstance(EndResult result, WorkItemCloseReason reason)
    {
        Interruption.Everything(this, reason, Outcomes.Cancelled);
        _ways.Clear();
        Emit(new InstanceCompleted(now, result));
    }

    /// <summary>The branches of a fork that have not been started yet will not be.</summary>
    public void Forget(int fork)
    {
        if (_ways.Count == 0)
        {
            return;
        }

        var kept = _ways.Where(way => !State.IsInScope(way.Branch, fork)).Reverse().ToList();
        _ways.Clear();
        kept.ForEach(_ways.Push);
    }

    private void Enter(Way way)
    {
        var activity = workflow.Activities[way.Activity];
        var isAgain = WasEntered(activity.Id, way.Branch);
        var number = State.NextVisit;
        Emit(new ActivityEntered(now, number, activity.Id, State.Round) { Branch = way.Branch, From = way.From, Detour = way.Detour });
        var visit = State.Path[^1];
        if (isAgain)
        {
            // The compiler refuses circles that never wait; on this one every step passed by itself.
            Fail(
                visit,
                "workflow.endless",
                $"Expected somebody to decide before '{activity.Label}' is reached again, but found every step on the way passing by itself.");
            return;
        }

        if (workflow.KindOf(way.Activity).Enter(this, activity, visit) is { } completion && !IsStopped)
        {
            Complete(way.Activity, State.Visit(number), completion);
        }
    }

    /// <summary>Whether this command has reached the step in this branch before. Visits stand in the order of their numbers.</summary>
    private bool WasEntered(string activityId, int branch)
    {
        for (var i = State.Path.Count - 1; i >= 0 && State.Path[i].EnteredBy == State.Sequence; i--)
        {
            if (State.Path[i].Branch == branch && string.Equals(State.Path[i].ActivityId, activityId, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Complete(int index, ActivityVisit visit, Completion completion)
    {
        Emit(new ActivityCompleted(now, visit.Number, visit.ActivityId, completion.Outcome, completion.Cause));
        if (visit.Detour is { } number && Returning.IsUnderWay(State, number))
        {
            if (completion.Outcome is not (Outcomes.Rejected or Outcomes.Failed))
            {
                Returning.ComeBack(this, number, visit.Number);
                return;
            }

            Returning.GiveUp(this, number);
        }

        if (workflow.Target(index, completion.Outcome) is { } target)
        {
            Go(target, visit.Branch, visit.Number);
        }
        else
        {
            // Only a rejection may lead nowhere; the compiler has seen to the other outcomes.
            EndInstance(EndResult.Rejected, WorkItemCloseReason.RejectedByAnother);
        }
    }

    /// <summary>Lets the first join go on that need not wait any longer.</summary>
    private bool FireJoin()
    {
        if (State.Branches.Count == 0)
        {
            return false;
        }

        foreach (var visit in State.Path)
        {
            if (visit.IsLive && workflow.Find(visit.ActivityId) is JoinActivity join && State.Branch(visit.Branch) is { } branch && IsReady(join, branch.Fork) && !Returning.StandsStill(State, visit))
            {
                Fire(join, branch);
                return true;
            }
        }

        return false;
    }

    private bool IsReady(JoinActivity join, int fork)
    {
        var arrived = 0;
        var coming = State.Returns.Exists(one => one.ComesBack && State.IsInScope(one.Branch, fork));
        foreach (var visit in State.Path.Where(visit => visit.IsLive))
        {
            if (IsArrival(visit, join, fork))
            {
                arrived++;
            }
            else
            {
                coming |= State.IsInScope(visit.Branch, fork);
            }
        }

        return !coming || join.Mode switch
        {
            JoinMode.Any => true,
            JoinMode.Count => arrived >= (join.Count ?? 1),
            _ => false,
        };
    }

    private bool IsArrival(ActivityVisit visit, JoinActivity join, int fork) =>
        visit.IsLive && string.Equals(visit.ActivityId, join.Id, StringComparison.Ordinal) && State.Branch(visit.Branch)?.Fork == fork;

    private void Fire(JoinActivity join, BranchState branch)
    {
        var arrivals = State.Path.Where(visit => IsArrival(visit, join, branch.Fork)).ToList();
        var last = arrivals[^1];
        foreach (var arrival in arrivals)
        {
            Emit(new ActivityCompleted(now, arrival.Number, arrival.ActivityId, Outcomes.Done, CompletionCause.Itself));
        }

        Interruption.Scope(this, branch.Fork, WorkItemCloseReason.NotNeeded);
        Forget(branch.Fork);
        Go(workflow.Target(workflow.IndexOf(join.Id)!.Value, Outcomes.Done)!.Value, branch.Parent, last.Number);
    }

    private bool IsAtNoStep() => !State.Path.Exists(visit => visit.IsLive) && !State.Returns.Exists(one => one.ComesBack);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Way(int Activity, int Branch, int From, int? Detour);
}
