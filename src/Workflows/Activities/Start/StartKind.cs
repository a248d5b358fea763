using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities.Start;

internal sealed class StartKind : ActivityKind<StartActivity>
{
    public override IReadOnlyList<ActivityOutcome> Outcomes => OnlyDone;

    protected override Completion? Enter(StepRun run, StartActivity activity, ActivityVisit visit) =>
        new(Definitions.Outcomes.Done);
}
