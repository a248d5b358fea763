using Workflows.Activities.Approval;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
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
        foreach (var visits in route.Visits.GroupBy(visit => visit.ActivityId, StringComparer.Ordinal))
        {
            // Where the instance waits counts more than that the way may lead there again.
            var visit = visits.LastOrDefault(visit => route.Real(visit) is { IsLive: true }) ?? visits.Last();
            var activity = route.Activity(visit.ActivityId);
            if (Route.Chooses(activity))
            {
                steps.AddRange(skipped.By(activity, [.. route.Taken(visit)], visit.Branch).Select(step => step with { OuterBranches = route.Around(visit.Branch) }));
            }
            else if (Route.KindOf(activity) is { } kind)
            {
                var step = kind == PathStepKind.Submit ? Submission(route, visit) : Step(route, activity, kind, visit) with { Signers = Signers(route, visits, visit) };
                var between = Between(route, visit);
                steps.Add(step with { Branch = visit.Branch, OuterBranches = route.Around(visit.Branch), Automatic = Automatic(route, between), AskedForBy = AskedForBy(route, between, visit) });
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
            Round = real?.Round,
            EnteredAt = real?.EnteredAt,
            Took = real?.LeftAt - real?.EnteredAt,
            Outcome = real?.Outcome,
            Cause = shown.Cause,
            Incident = real?.Incident,
        };
    }

    /// <summary>The people of a visit, and of the others at which the instance waits at the same step: several branches may.</summary>
    private static IReadOnlyList<PathSigner> Signers(Route route, IEnumerable<ActivityVisit> visits, ActivityVisit shown) =>
    [
        .. visits.Where(visit => visit.Number == shown.Number || route.Real(visit) is { IsLive: true })
            .SelectMany(visit => PathSigners.Of(route, route.Real(visit) ?? visit, isReal: route.Real(visit) is not null)),
    ];

    private static PathStepState StateOf(ActivityVisit? real) => real switch
    {
        null => PathStepState.Expected,
        { LeftAt: null } => PathStepState.Current,
        _ => PathStepState.Done,
    };

    /// <summary>The visits that people do not see, between the step before and this one, in order.</summary>
    private static IReadOnlyList<ActivityVisit> Between(Route route, ActivityVisit visit)
    {
        var between = new List<ActivityVisit>();
        for (var before = route.Before(visit).LastOrDefault(); before is not null && Route.KindOf(route.Activity(before.ActivityId)) is null; before = route.Before(before).LastOrDefault())
        {
            between.Add(before);
        }

        between.Reverse();
        return between;
    }

    private static IReadOnlyList<string> Automatic(Route route, IReadOnlyList<ActivityVisit> passed) =>
        [.. passed.Select(visit => route.Activity(visit.ActivityId)).Where(activity => !Route.Chooses(activity) && activity is not JoinActivity).Select(activity => activity.Label)];

    /// <summary>The last choice before the step, if another outcome of it could have led past the step.</summary>
    private static StepCondition? AskedForBy(Route route, IReadOnlyList<ActivityVisit> passed, ActivityVisit step)
    {
        var last = passed.LastOrDefault(visit => Route.Chooses(route.Activity(visit.ActivityId)));
        return last is not null && OutcomeTowards(route, last, step) is { } outcome && route.CanMiss(route.IndexOf(last.ActivityId), outcome, route.IndexOf(step.ActivityId))
            ? StepCondition.Of(route.Activity(last.ActivityId), outcome)
            : null;
    }

    /// <summary>By which of the outcomes taken the way led to a later visit.</summary>
    private static string? OutcomeTowards(Route route, ActivityVisit choice, ActivityVisit later) =>
        route.Activity(choice.ActivityId) is ForkActivity && choice.Outcome == Outcomes.Done ? route.BranchName(choice, later.Branch) : choice.Outcome;
}
