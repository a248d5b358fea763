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
        var automatic = AutomaticBefore(route);
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
                steps.Add(step with { Automatic = automatic.GetValueOrDefault(visit.Number, []) });
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

    /// <summary>For each visit of a step, the labels of the automatic activities passed since the step before.</summary>
    private static Dictionary<int, IReadOnlyList<string>> AutomaticBefore(Route route)
    {
        var before = new Dictionary<int, IReadOnlyList<string>>();
        var passed = new List<string>();
        foreach (var visit in route.Visits)
        {
            var activity = route.Activity(visit.ActivityId);
            if (Route.KindOf(activity) is not null)
            {
                before[visit.Number] = passed;
                passed = [];
            }
            else if (activity is not DecisionActivity)
            {
                passed.Add(activity.Label);
            }
        }

        return before;
    }
}
