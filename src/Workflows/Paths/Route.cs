using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Join;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Paths;

/// <summary>The visits of an instance, past and foreseen, from which a path is drawn.</summary>
/// <param name="present">The instance as it is; null before it is submitted.</param>
/// <param name="future">The instance as it will be if everyone approves; null when it cannot even start.</param>
internal sealed class Route(CompiledWorkflow workflow, InstanceState? present, InstanceState? future, Guid initiator)
{
    public CompiledWorkflow Workflow => workflow;

    public InstanceState? Present => present;

    public Guid Initiator => initiator;

    /// <summary>Real visits first, then foreseen ones.</summary>
    /// <remarks>A visit of a step that this version does not have, from before a migration, is not drawn.</remarks>
    public IReadOnlyList<ActivityVisit> Visits { get; } = [.. (future?.Path ?? []).Where(visit => workflow.IndexOf(visit.ActivityId) is not null)];

    /// <summary>The initiator is to act: the record is not submitted yet, or was returned.</summary>
    public bool IsWithInitiator => present is null or { Status: InstanceStatus.Returned } or { Status: InstanceStatus.Suspended, Before: InstanceStatus.Returned };

    /// <summary>The same visit as it really is; null when it is only foreseen.</summary>
    public ActivityVisit? Real(ActivityVisit visit) => present?.Path.FirstOrDefault(candidate => candidate.Number == visit.Number);

    public int IndexOf(string activityId) => workflow.IndexOf(activityId)!.Value;

    public ActivityDefinition Activity(string activityId) => workflow.Activities[IndexOf(activityId)];

    /// <summary>As what people see an activity; null for decisions and automatic steps, which are not drawn.</summary>
    public static PathStepKind? KindOf(ActivityDefinition activity) => activity switch
    {
        StartActivity => PathStepKind.Submit,
        ApprovalActivity => PathStepKind.Approval,
        FillInActivity => PathStepKind.FillIn,
        WaitActivity or HttpCallActivity or SubWorkflowActivity => PathStepKind.Wait,
        EndActivity => PathStepKind.End,
        _ => null,
    };

    /// <summary>Whether conditions choose the way behind an activity.</summary>
    public static bool Chooses(ActivityDefinition activity) => activity is DecisionActivity or SwitchActivity or ForkActivity;

    /// <summary>The outcomes by which a visit went on: several for a fork.</summary>
    public IEnumerable<string> Taken(ActivityVisit visit) =>
        Activity(visit.ActivityId) is ForkActivity && visit.Outcome == Outcomes.Done
            ? future!.Branches.Where(branch => branch.Fork == visit.Number).Select(branch => branch.Name)
            : visit.Outcome is { } outcome ? [outcome] : [];

    /// <summary>The visits that a visit follows: one, or those that have arrived at the join before it.</summary>
    public IEnumerable<ActivityVisit> Before(ActivityVisit visit)
    {
        if (Visits.FirstOrDefault(one => one.Number == visit.From) is not { } from)
        {
            return [];
        }

        return Activity(from.ActivityId) is JoinActivity && from.Branch != visit.Branch
            ? Visits.Where(one => one.ActivityId == from.ActivityId && one.LeftBy == from.LeftBy && ForkOf(one) == ForkOf(from))
            : [from];
    }

    /// <summary>Name of the branch of this visit of a fork in which another branch lies; null when it lies in none.</summary>
    public string? BranchName(ActivityVisit fork, int branch)
    {
        for (var at = branch; at != 0;)
        {
            var state = future!.Branches.First(one => one.Number == at);
            if (state.Fork == fork.Number)
            {
                return state.Name;
            }

            at = state.Parent;
        }

        return null;
    }

    /// <summary>The branches around a branch, the outermost first.</summary>
    public IReadOnlyList<int> Around(int branch)
    {
        var around = new List<int>();
        for (var at = branch; at != 0;)
        {
            at = future!.Branches.First(one => one.Number == at).Parent;
            if (at != 0)
            {
                around.Insert(0, at);
            }
        }

        return around;
    }

    private int? ForkOf(ActivityVisit visit) => future!.Branches.FirstOrDefault(branch => branch.Number == visit.Branch)?.Fork;

    /// <summary>The activities that can follow if everyone approves, by the outcome that leads there.</summary>
    public IEnumerable<(string Outcome, int Target)> Ahead(int activity) =>
        from outcome in workflow.OutcomesOf(activity)
        where !string.Equals(outcome, Outcomes.Rejected, StringComparison.Ordinal)
        select (outcome, workflow.Target(activity, outcome)!.Value);

    /// <summary>Whether an end can be reached from a decision without passing a step, had it not given this outcome.</summary>
    public bool CanMiss(int decision, string outcome, int step)
    {
        var seen = new HashSet<int> { step };
        var pending = new Queue<int>(
            from way in Ahead(decision)
            where !string.Equals(way.Outcome, outcome, StringComparison.Ordinal) && seen.Add(way.Target)
            select way.Target);
        while (pending.TryDequeue(out var at))
        {
            if (workflow.Activities[at] is EndActivity)
            {
                return true;
            }

            foreach (var (_, target) in Ahead(at).Where(way => seen.Add(way.Target)))
            {
                pending.Enqueue(target);
            }
        }

        return false;
    }
}
