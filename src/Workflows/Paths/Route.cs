using Workflows.Activities.Approval;
using Workflows.Activities.End;
using Workflows.Activities.Start;
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
    public IReadOnlyList<ActivityVisit> Visits { get; } = future?.Path ?? [];

    /// <summary>The initiator is to act: the record is not submitted yet, or was returned.</summary>
    public bool IsWithInitiator => present is null or { Status: InstanceStatus.Returned };

    /// <summary>The same visit as it really is; null when it is only foreseen.</summary>
    public ActivityVisit? Real(ActivityVisit visit) => present?.Path.FirstOrDefault(candidate => candidate.Number == visit.Number);

    public int IndexOf(string activityId) => workflow.IndexOf(activityId)!.Value;

    public ActivityDefinition Activity(string activityId) => workflow.Activities[IndexOf(activityId)];

    /// <summary>As what people see an activity; null for decisions and automatic steps, which are not drawn.</summary>
    public static PathStepKind? KindOf(ActivityDefinition activity) => activity switch
    {
        StartActivity => PathStepKind.Submit,
        ApprovalActivity => PathStepKind.Approval,
        EndActivity => PathStepKind.End,
        _ => null,
    };

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
