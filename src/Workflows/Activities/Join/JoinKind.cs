using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Join;

internal sealed class JoinKind : ActivityKind<JoinActivity>
{
    public override bool Waits => true;

    protected override void Check(JoinActivity activity, string path, List<Problem> problems)
    {
        if ((activity.Mode == JoinMode.Count) != (activity.Count is >= 1))
        {
            problems.Add(new($"{path}.count", "workflow.join-count", "Expected the number of branches to wait for, at least 1, and only for a join of a number."));
        }
    }

    /// <summary>The branch waits here; once all ways are travelled, the run looks which joins can go on.</summary>
    protected override Completion? Enter(StepRun run, JoinActivity activity, ActivityVisit visit) => null;
}
