using Workflows.Definitions;

namespace Workflows.Runtime;

/// <summary>Where a step can return to: the initiator, and the steps passed on the way to it at which somebody acted.</summary>
public static class ReturnTargets
{
    /// <summary>The targets that the step allows, the nearest first; null stands for the initiator.</summary>
    /// <param name="visit">Number of the visit that would return.</param>
    public static IReadOnlyList<string?> Of(CompiledWorkflow workflow, InstanceState state, int visit)
    {
        var draft = new InstanceDraft(state);
        return draft.Path.Find(one => one.Number == visit) is { } from && workflow.Find(from.ActivityId) is PersonStepActivity step
            ? [.. Find(workflow, draft, step, from).Where(one => one.IsAllowed).Select(one => one.Visit?.ActivityId)]
            : [];
    }

    internal static IEnumerable<(ActivityVisit? Visit, bool IsAllowed)> Find(CompiledWorkflow workflow, InstanceDraft state, PersonStepActivity step, ActivityVisit visit)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { step.Id };
        for (var i = state.Path.Count - 1; i >= 0; i--)
        {
            var earlier = state.Path[i];
            if (earlier.Number < visit.Number
                && earlier.Outcome is not (null or Outcomes.Returned or Outcomes.Cancelled or Outcomes.Withdrawn)
                && earlier.Cause is CompletionCause.Itself
                && workflow.Find(earlier.ActivityId) is PersonStepActivity
                && state.IsBehind(visit.Branch, visit.Number, earlier)
                && seen.Add(earlier.ActivityId))
            {
                var kind = seen.Count == 2 ? ReturnTarget.Previous : ReturnTarget.AnyPassed;
                yield return (earlier, step.ActionsInForce.Allows(kind) || step.ActionsInForce.Allows(ReturnTarget.AnyPassed));
            }
        }

        yield return (null, step.ActionsInForce.Allows(ReturnTarget.Initiator));
    }
}
