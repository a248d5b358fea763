using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.SubWorkflow;

internal sealed class SubWorkflowKind : ActivityKind<SubWorkflowActivity>
{
    private static readonly IReadOnlyList<ActivityOutcome> Both = [new(Outcomes.Approved), new(Outcomes.Rejected, Required: false)];

    public override bool Waits => true;

    public override bool CanBeUndone => false;

    /// <summary>One of the sub-workflows has ended; the last one ends the step.</summary>
    public static void Ended(StepRun run, ActivityVisit visit, string outcome)
    {
        var activity = (SubWorkflowActivity)run.Workflow.Find(visit.ActivityId)!;
        if (outcome != Outcomes.Approved)
        {
            // The others run on: they are instances of their own.
            foreach (var wait in run.State.Waits.Where(wait => wait.Visit == visit.Number).ToList())
            {
                run.Emit(new WaitClosed(run.Now, wait.Number));
            }

            run.Leave(visit, new Completion(Outcomes.Rejected));
        }
        else if (!run.State.Waits.Exists(wait => wait.Visit == visit.Number))
        {
            run.Leave(visit, new Completion(Outcomes.Approved));
        }
    }

    protected override IReadOnlyList<ActivityOutcome> OutcomesOf(SubWorkflowActivity activity) => Both;

    protected override void Check(SubWorkflowActivity activity, string path, List<Problem> problems)
    {
        NeedText(activity.Workflow, $"{path}.workflow", problems);
        if (activity.Link is null == activity.Each is null)
        {
            problems.Add(new(path, "workflow.sub-workflow", "Expected either a link or the column of a sub-table to run on."));
        }
    }

    protected override Completion? Enter(StepRun run, SubWorkflowActivity activity, ActivityVisit visit)
    {
        if (!run.CanDo(visit) || !run.Ask(visit, new ChildrenQuestion(activity.Id, (activity.Link ?? activity.Each)!), out var children))
        {
            return null;
        }

        foreach (var child in children)
        {
            int? number = activity.GoesOn ? null : run.State.NextWait;
            if (number is { } wait)
            {
                run.Emit(new WaitOpened(run.Now, wait, WaitFor.Child, visit.Number) { Name = child.Id.ToString("N") });
            }

            run.Emit(new ChildRequested(run.Now, number, activity.Id, activity.Workflow, child.Form, child.Id));
        }

        return activity.GoesOn || children.Count == 0 ? new Completion(Outcomes.Approved) : null;
    }
}
