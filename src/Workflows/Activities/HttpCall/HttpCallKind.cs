using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.HttpCall;

internal sealed class HttpCallKind : ActivityKind<HttpCallActivity>
{
    private static readonly IReadOnlyList<ActivityOutcome> Both = [new(Outcomes.Done), new(Outcomes.Failed, Required: false)];

    public override bool Waits => true;

    public override bool CanBeUndone => false;

    /// <summary>The call was answered, or has failed for good.</summary>
    public static void Answered(StepRun run, ActivityVisit visit, string outcome, string? failure)
    {
        var index = run.Workflow.IndexOf(visit.ActivityId)!.Value;
        if (outcome == Outcomes.Failed && run.Workflow.Target(index, Outcomes.Failed) is null)
        {
            run.Fail(visit, "http.failed", failure ?? "Expected an answer of 2xx, but the call failed.");
            return;
        }

        run.Leave(visit, new Completion(outcome));
    }

    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(HttpCallActivity activity) => Both;

    protected override void Check(HttpCallActivity activity, string path, List<Problem> problems)
    {
        if (!Uri.TryCreate(activity.Url.Replace('{', '(').Replace('}', ')'), UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            problems.Add(new($"{path}.url", "workflow.url", $"Expected an absolute address that begins with https:// or http://, but found '{activity.Url}'."));
        }

        if (activity.Method is not (null or "GET" or "POST" or "PUT" or "PATCH" or "DELETE"))
        {
            problems.Add(new($"{path}.method", "workflow.method", $"Expected GET, POST, PUT, PATCH or DELETE, but found '{activity.Method}'."));
        }
    }

    protected override Completion? Enter(StepRun run, HttpCallActivity activity, ActivityVisit visit)
    {
        var wait = run.State.NextWait;
        run.Emit(new WaitOpened(run.Now, wait, WaitFor.Call, visit.Number));
        run.Emit(new CallRequested(run.Now, wait, visit.Number, activity.Id));
        return null;
    }
}
