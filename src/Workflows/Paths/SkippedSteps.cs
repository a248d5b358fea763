using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Definitions;

namespace Workflows.Paths;

/// <summary>Finds the approvals that lie on the branches which the decisions of a route have not taken.</summary>
internal sealed class SkippedSteps(Route route)
{
    private readonly HashSet<int> _seen = [.. route.Visits.Select(visit => route.IndexOf(visit.ActivityId))];

    /// <summary>
    /// The approvals that this decision leaves out, in the order in which they would have come. A branch ends where it
    /// meets the route or an approval found before. The reason given is the last decision before the approval.
    /// </summary>
    public IReadOnlyList<PathStep> By(DecisionActivity decision, string? taken)
    {
        var other = string.Equals(taken, Outcomes.True, StringComparison.Ordinal) ? Outcomes.False : Outcomes.True;
        var found = new List<PathStep>();
        var pending = new Stack<Way>(Ways(route.IndexOf(decision.Id), null).Where(way => string.Equals(way.Outcome, other, StringComparison.Ordinal)));
        while (pending.TryPop(out var way))
        {
            if (way.IsWalked)
            {
                if (route.Workflow.Activities[way.Target] is ApprovalActivity approval)
                {
                    found.Add(Skipped(approval, way.Reason));
                }
            }
            else if (_seen.Add(way.Target))
            {
                pending.Push(way with { IsWalked = true });
                foreach (var next in Ways(way.Target, way.Reason))
                {
                    pending.Push(next);
                }
            }
        }

        // Depth first, found on the way back: reversed, each approval stands before those that follow it.
        found.Reverse();
        return found;
    }

    private IEnumerable<Way> Ways(int activity, StepCondition? reason)
    {
        var decision = route.Workflow.Activities[activity] as DecisionActivity;
        return
            from ahead in route.Ahead(activity)
            select new Way(ahead.Outcome, ahead.Target, decision is null ? reason! : StepCondition.Of(decision, ahead.Outcome), false);
    }

    private static PathStep Skipped(ApprovalActivity activity, StepCondition reason) =>
        new(activity.Id, activity.Label, PathStepKind.Approval, PathStepState.Skipped)
        {
            Mode = activity.Mode,
            SkippedBy = reason,
        };

    /// <summary>A way into an activity not visited; walked once everything behind it is.</summary>
    private sealed record Way(string Outcome, int Target, StepCondition Reason, bool IsWalked);
}
