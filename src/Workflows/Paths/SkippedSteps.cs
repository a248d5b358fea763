using Workflows.Activities.Approval;
using Workflows.Definitions;

namespace Workflows.Paths;

/// <summary>Finds the steps that lie on the ways which the choices of a route have not taken.</summary>
internal sealed class SkippedSteps(Route route)
{
    private readonly HashSet<int> _seen = [.. route.Visits.Select(visit => route.IndexOf(visit.ActivityId))];

    /// <summary>
    /// The steps that this choice leaves out, in the order in which they would have come. A way ends where it meets the
    /// route or a step found before. The reason given is the last choice before the step.
    /// </summary>
    /// <param name="taken">The outcomes by which it went on.</param>
    public IReadOnlyList<PathStep> By(ActivityDefinition choice, IReadOnlyList<string> taken, int branch)
    {
        var found = new List<PathStep>();
        var pending = new Stack<Way>(taken.Count == 0 ? [] : Ways(route.IndexOf(choice.Id), null).Where(way => !taken.Contains(way.Outcome)));
        while (pending.TryPop(out var way))
        {
            if (way.IsWalked)
            {
                var activity = route.Workflow.Activities[way.Target];
                if (Route.KindOf(activity) is PathStepKind.Approval or PathStepKind.FillIn && way.Reason is { } reason)
                {
                    found.Add(Skipped(activity, reason) with { Branch = branch });
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

        // Depth first, found on the way back: reversed, each step stands before those that follow it.
        found.Reverse();
        return found;
    }

    private IEnumerable<Way> Ways(int activity, StepCondition? reason) =>
        from ahead in route.Ahead(activity)
        select new Way(ahead.Outcome, ahead.Target, StepCondition.Of(route.Workflow.Activities[activity], ahead.Outcome) ?? reason, false);

    private static PathStep Skipped(ActivityDefinition activity, StepCondition reason) =>
        new(activity.Id, activity.Label, Route.KindOf(activity)!.Value, PathStepState.Skipped)
        {
            Mode = (activity as ApprovalActivity)?.Mode,
            SkippedBy = reason,
        };

    /// <summary>A way into an activity not visited; walked once everything behind it is.</summary>
    private sealed record Way(string Outcome, int Target, StepCondition? Reason, bool IsWalked);
}
