using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>Looks things up in a state, written a second time from the specification and not shared with the engine.</summary>
internal sealed class StateMap
{
    public StateMap(CompiledWorkflow workflow, InstanceState state, bool isMigrated)
    {
        (Workflow, State, Migrated) = (workflow, state, isMigrated);
        Pending = [.. state.WorkItems.Where(item => IsPending(item) && item.Kind != WorkItemKind.Read)];
        LiveVisits = [.. state.Tokens];
        Returns = [.. state.Returns.Where(one => one is { EndedBy: 0, Resume: ResumeMode.StraightBack })];
    }

    public CompiledWorkflow Workflow { get; }

    public InstanceState State { get; }

    /// <summary>Open and held items, copies to read left out.</summary>
    public List<WorkItem> Pending { get; }

    public List<ActivityVisit> LiveVisits { get; }

    /// <summary>The straight returns that will come back.</summary>
    public List<InstanceReturn> Returns { get; }

    public bool Migrated { get; }

    public bool IsPending(WorkItem item) => item.State is WorkItemState.Open or WorkItemState.Held;

    public ActivityVisit? Live(int number) => LiveVisits.Find(visit => visit.Number == number);

    public bool StandsStill(ActivityVisit visit) => Returns.Exists(one =>
        visit.EnteredBy < one.MadeBy && State.Path.FirstOrDefault(found => found.Number == one.Since) is { } since && IsBehind(visit.Branch, visit.Number, since));

    /// <summary>Something in the scope of the join is still to come.</summary>
    public bool Waited(ActivityVisit visit, JoinActivity join)
    {
        var fork = Branch(visit.Branch).Fork;
        return LiveVisits.Exists(other => InScope(other.Branch, fork) && !(other.ActivityId == join.Id && Branch(other.Branch).Fork == fork))
            || Returns.Exists(one => InScope(one.Branch, fork));
    }

    /// <summary>A held item waits for somebody who is asked now, or for one who waits for such a one.</summary>
    public bool Resolves(WorkItem held) => held.HeldFor switch
    {
        HeldFor.Return => false,
        HeldFor.Adder => State.FindWorkItem(held.Origin!.Value) is { } adder && IsPending(adder) && (adder.State == WorkItemState.Open || Resolves(adder)),
        HeldFor.Delegate => Pending.Exists(item => item.Origin == held.Number && item.Added is null && (item.State == WorkItemState.Open || Resolves(item))),
        _ => Below(held).Any(item => item.State == WorkItemState.Open),
    };

    private IEnumerable<WorkItem> Below(WorkItem item) =>
        State.WorkItems.Where(other => other.Origin == item.Number).SelectMany(other => Below(other).Prepend(other));

    private bool IsBehind(int branch, int number, ActivityVisit since)
    {
        var (at, entered) = (branch, number);
        while (at != since.Branch && at != 0)
        {
            (at, entered) = (Branch(at).Parent, Branch(at).Fork);
        }

        return at == since.Branch && entered >= since.Number;
    }

    private bool InScope(int branch, int fork)
    {
        for (var at = branch; at != 0; at = Branch(at).Parent)
        {
            if (Branch(at).Fork == fork)
            {
                return true;
            }
        }

        return false;
    }

    private BranchState Branch(int number) => State.Branches.First(branch => branch.Number == number);
}
