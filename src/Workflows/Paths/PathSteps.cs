using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Paths;

/// <summary>Makes the steps of a path: one for each activity visited that people see, and the skipped ones between.</summary>
internal static class PathSteps
{
    public static IReadOnlyList<PathStep> Of(Route route)
    {
        if (route.Visits.Count == 0)
        {
            return [Submission(route, null)];
        }

        var steps = new List<PathStep>();
        var skipped = new SkippedSteps(route);
        var between = BetweenSteps(route);
        foreach (var visits in route.Visits.GroupBy(visit => visit.ActivityId, StringComparer.Ordinal))
        {
            var visit = visits.Last();
            var activity = route.Activity(visit.ActivityId);
            if (activity is DecisionActivity decision)
            {
                steps.AddRange(skipped.By(decision, visit.Outcome));
            }
            else if (Route.KindOf(activity) is { } kind)
            {
                var step = kind == PathStepKind.Submit ? Submission(route, visit) : Step(route, activity, kind, visit);
                steps.Add(step with { Automatic = Automatic(route, between[visit.Number]), AskedForBy = AskedForBy(route, between[visit.Number], visit) });
            }
        }

        return steps;
    }

    private static PathStep Submission(Route route, ActivityVisit? visit)
    {
        var activity = route.Workflow.Activities[route.Workflow.Start];
        var real = visit is null ? null : route.Real(visit);
        var state = route.IsWithInitiator ? PathStepState.Current : PathStepState.Done;
        return new PathStep(activity.Id, activity.Label, PathStepKind.Submit, state)
        {
            Signers = [PathSigners.Submitting(route, real)],
            Round = route.Present?.Round,
            EnteredAt = real?.EnteredAt,
            Outcome = state == PathStepState.Done ? Outcomes.Done : null,
        };
    }

    private static PathStep Step(Route route, ActivityDefinition activity, PathStepKind kind, ActivityVisit visit)
    {
        var real = route.Real(visit);
        var shown = real ?? visit;
        return new PathStep(activity.Id, activity.Label, kind, StateOf(real))
        {
            Mode = (activity as ApprovalActivity)?.Mode,
            Signers = PathSigners.Of(route, shown, isReal: real is not null),
            Round = real?.Round,
            EnteredAt = real?.EnteredAt,
            Took = real?.LeftAt - real?.EnteredAt,
            Outcome = real?.Outcome,
            Cause = shown.Cause,
        };
    }

    private static PathStepState StateOf(ActivityVisit? real) => real switch
    {
        null => PathStepState.Expected,
        { LeftAt: null } => PathStepState.Current,
        _ => PathStepState.Done,
    };

    /// <summary>For each visit of a step, the visits of other activities since the step before.</summary>
    private static Dictionary<int, IReadOnlyList<ActivityVisit>> BetweenSteps(Route route)
    {
        var between = new Dictionary<int, IReadOnlyList<ActivityVisit>>();
        var passed = new List<ActivityVisit>();
        foreach (var visit in route.Visits)
        {
            if (Route.KindOf(route.Activity(visit.ActivityId)) is null)
            {
                passed.Add(visit);
            }
            else
            {
                between[visit.Number] = passed;
                passed = [];
            }
        }

        return between;
    }

    private static IReadOnlyList<string> Automatic(Route route, IReadOnlyList<ActivityVisit> passed) =>
        [.. passed.Select(visit => route.Activity(visit.ActivityId)).Where(activity => activity is not DecisionActivity).Select(activity => activity.Label)];

    /// <summary>The last decision before the step, if its other outcome could have led past the step.</summary>
    private static StepCondition? AskedForBy(Route route, IReadOnlyList<ActivityVisit> passed, ActivityVisit step)
    {
        var last = passed.LastOrDefault(visit => route.Activity(visit.ActivityId) is DecisionActivity);
        return last is { Outcome: { } outcome } && route.CanMiss(route.IndexOf(last.ActivityId), outcome, route.IndexOf(step.ActivityId))
            ? StepCondition.Of((DecisionActivity)route.Activity(last.ActivityId), outcome)
            : null;
    }
}
