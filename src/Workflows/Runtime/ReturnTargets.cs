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
        var first = FirstOf(state, visit);
        for (var i = state.Path.Count - 1; i >= 0; i--)
        {
            var earlier = state.Path[i];
            if (earlier.Number < first
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

    /// <summary>
    /// The number before which the way to a visit lies. A step that is asked anew by a straight return stands where it stood
    /// before: what was passed behind it is not on the way to it.
    /// </summary>
    private static int FirstOf(InstanceDraft state, ActivityVisit visit)
    {
        var first = visit.Number;
        for (var detour = visit.Detour; detour is { } number && state.Returns.Find(one => one.Number == number) is { ComesBack: true } one; detour = one.Detour)
        {
            first = Math.Min(first, one.Since);
        }

        return first;
    }
}
