using Workflows.Activities.Approval;
using Workflows.Activities.FillIn;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Join;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Migration;

/// <summary>Which steps of a new version the steps that an instance waits at can become.</summary>
internal sealed class MigrationFit(CompiledWorkflow to, InstanceState state)
{
    private readonly InstanceDraft _draft = new(state);

    /// <summary>
    /// A step must take what is open at the old one, and lie in as many forks as the branch of its visit does, or joins
    /// would wait for ever.
    /// </summary>
    public bool Fits(string id, int index) =>
        Branches(id).All(branch => Forks(branch).Count == to.DepthOf(index))
        && state.Path.Where(visit => visit.IsLive && visit.ActivityId == id).All(visit => Takes(visit, to.Activities[index]))
        && (to.Activities[index] is PersonStepActivity || !state.Returns.Any(one => one.ComesBack && one.ActivityId == id));

    /// <summary>The steps of one fork that would lie in different forks: their branches would never meet.</summary>
    public HashSet<string> Apart(IReadOnlyList<(string From, string To)> moves)
    {
        var forks = new Dictionary<int, (int Fork, string Of)>();
        var apart = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, target) in moves)
        {
            foreach (var branch in Branches(id))
            {
                var at = to.ForkOf(to.IndexOf(target)!.Value);
                foreach (var visit in Forks(branch))
                {
                    if (at is not { } fork)
                    {
                        break;
                    }

                    if (!forks.TryAdd(visit, (fork, id)) && forks[visit].Fork != fork)
                    {
                        apart.Add(id);
                        apart.Add(forks[visit].Of);
                    }

                    at = to.ForkOf(fork);
                }
            }
        }

        return apart;
    }

    /// <summary>The branches in which an instance waits at a step, or comes back to it.</summary>
    private IEnumerable<int> Branches(string id) =>
        state.Path.Where(visit => visit.IsLive && visit.ActivityId == id).Select(visit => visit.Branch)
            .Concat(state.Returns.Where(one => one.ComesBack && one.ActivityId == id).Select(one => one.Branch));

    /// <summary>The visits of the forks in whose branches a branch lies, the innermost first.</summary>
    private List<int> Forks(int branch)
    {
        var forks = new List<int>();
        for (var at = branch; at != 0;)
        {
            var found = _draft.Branch(at)!;
            forks.Add(found.Fork);
            at = found.Parent;
        }

        return forks;
    }

    /// <summary>What is open at a visit tells what kind of step it is; with nothing open it is a join, or cannot go on and is tried again.</summary>
    private bool Takes(ActivityVisit visit, ActivityDefinition activity)
    {
        var open = false;
        foreach (var item in state.WorkItems.Where(item => item.Visit == visit.Number && item.IsPending && item.Kind != WorkItemKind.Read))
        {
            open = true;
            if (!Takes(item.Kind, activity))
            {
                return false;
            }
        }

        foreach (var wait in state.Waits.Where(wait => wait.Visit == visit.Number))
        {
            open = true;
            if (!Takes(wait.Kind, activity))
            {
                return false;
            }
        }

        return open || visit.Incident is not null || activity is JoinActivity;
    }

    private static bool Takes(WorkItemKind kind, ActivityDefinition activity) => kind switch
    {
        WorkItemKind.Approve => activity is ApprovalActivity,
        WorkItemKind.FillIn => activity is FillInActivity,
        _ => activity is PersonStepActivity,
    };

    private static bool Takes(WaitFor kind, ActivityDefinition activity) => kind switch
    {
        WaitFor.Deadline => activity is PersonStepActivity,
        WaitFor.Child => activity is SubWorkflowActivity,
        WaitFor.Call => activity is HttpCallActivity,
        _ => activity is WaitActivity,
    };
}
