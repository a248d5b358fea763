using Workflows.WorkItems;

namespace Workflows.Runtime;

internal sealed partial class InstanceDraft
{
    public ActivityVisit Visit(int number) => Path[IndexOfVisit(number)];

    public BranchState? Branch(int number) => Branches.Find(branch => branch.Number == number);

    /// <summary>Whether a branch is another one or lies inside of it.</summary>
    public bool IsWithin(int branch, int outer)
    {
        for (var at = branch; at != 0; at = Branch(at)!.Parent)
        {
            if (at == outer)
            {
                return true;
            }
        }

        return outer == 0;
    }

    /// <summary>Whether a branch is one of the branches of this visit of a fork, or lies inside of one.</summary>
    public bool IsInScope(int branch, int fork)
    {
        for (var at = branch; at != 0;)
        {
            var state = Branch(at)!;
            if (state.Fork == fork)
            {
                return true;
            }

            at = state.Parent;
        }

        return false;
    }

    /// <summary>
    /// Whether a place lies behind a visit: in the same branch and not before it, or in a branch of a fork that does.
    /// </summary>
    public bool IsBehind(int branch, int number, ActivityVisit since)
    {
        var (at, entered) = (branch, number);
        while (at != since.Branch)
        {
            if (at == 0)
            {
                return false;
            }

            var state = Branch(at)!;
            (at, entered) = (state.Parent, state.Fork);
        }

        return entered >= since.Number;
    }

    private void Set(ActivityVisit changed) => Path[IndexOfVisit(changed.Number)] = changed;

    private int IndexOfVisit(int number)
    {
        for (var i = Path.Count - 1; i >= 0; i--)
        {
            if (Path[i].Number == number)
            {
                return i;
            }
        }

        throw new ArgumentException($"Expected a visit that counts, but found none with number {number}.", nameof(number));
    }

    private void Void(IReadOnlyList<int> visits)
    {
        var gone = visits.ToHashSet();
        Voided.AddRange(Path.Where(visit => gone.Contains(visit.Number)).Select(visit => visit with { VoidedBy = Sequence }));
        Path.RemoveAll(visit => gone.Contains(visit.Number));
    }

    private void ApplyReturn(WorkflowEvent happened)
    {
        switch (happened)
        {
            case InstanceReturned e:
                Returns.Add(new InstanceReturn(e.Number, e.At, e.Visit, e.ActivityId, e.Target, Round, e.Person, e.Comment, e.Resume)
                {
                    Branch = e.Branch,
                    Since = e.Since,
                    Detour = e.Detour,
                    MadeBy = Sequence,
                    EndedBy = e.Resume == ResumeMode.InOrder && e.Target is not null ? Sequence : 0,
                });
                if (e.Target is null)
                {
                    SetStatus(InstanceStatus.Returned);
                }

                break;
            case ReturnEnded e:
                var index = Returns.FindIndex(one => one.Number == e.Number);
                Returns[index] = Returns[index] with { EndedBy = Sequence };
                break;
            case InstanceResubmitted e:
                Resubmit(e);
                break;
        }
    }

    private void Resubmit(InstanceResubmitted e)
    {
        SetStatus(InstanceStatus.Running);
        Round = e.Round;
        if (e.Resume == ResumeMode.InOrder)
        {
            // From the start again: nothing of the earlier rounds counts, nor can it be taken back.
            Path.Clear();
            Voided.Clear();
            WorkItems.RemoveAll(item => item.Kind != WorkItemKind.Read);
            Branches.Clear();
            Waits.Clear();
        }
    }

    private void ApplyWait(WorkflowEvent happened)
    {
        switch (happened)
        {
            case WaitOpened e:
                Waits.Add(new PendingWait(e.Number, e.Kind, e.Visit) { WorkItem = e.WorkItem, DueAt = e.DueAt, Name = e.Name, Tier = e.Tier, OpenedBy = Sequence });
                NextWait = e.Number + 1;
                break;
            case WaitFired e:
                var index = Waits.FindIndex(wait => wait.Number == e.Number);
                Waits[index] = Waits[index] with { Fired = e.Outcome };
                break;
            case WaitClosed e:
                Waits.RemoveAll(wait => wait.Number == e.Number);
                break;
        }
    }

    /// <summary>Undoes all that one command did.</summary>
    private void Revert(int sequence)
    {
        Path.RemoveAll(visit => visit.EnteredBy == sequence);
        Path.AddRange(Voided.Where(visit => visit.VoidedBy == sequence).Select(visit => visit with { VoidedBy = 0 }));
        Path.Sort((left, right) => left.Number.CompareTo(right.Number));
        Voided.RemoveAll(visit => visit.VoidedBy == sequence);
        for (var i = 0; i < Path.Count; i++)
        {
            if (Path[i].LeftBy == sequence)
            {
                Path[i] = Path[i] with { LeftAt = null, LeftBy = 0, Outcome = null, Cause = CompletionCause.Itself };
            }

            if (Path[i].Incident?.RaisedBy == sequence)
            {
                Path[i] = Path[i] with { Incident = null };
            }
        }

        WorkItems.RemoveAll(item => item.OpenedBy == sequence);
        for (var i = 0; i < WorkItems.Count; i++)
        {
            if (WorkItems[i] is { Before: { } before } item && item.ChangedBy == sequence)
            {
                WorkItems[i] = before.Restore(item);
            }
        }

        Branches.RemoveAll(branch => branch.OpenedBy == sequence);
        Waits.RemoveAll(wait => wait.OpenedBy == sequence);
        Returns.RemoveAll(one => one.MadeBy == sequence);
        for (var i = 0; i < Returns.Count; i++)
        {
            if (Returns[i].EndedBy == sequence)
            {
                Returns[i] = Returns[i] with { EndedBy = 0 };
            }
        }

        if (StatusBy == sequence)
        {
            // A decision is only made while the instance runs.
            (Status, StatusBy) = (InstanceStatus.Running, StatusWasBy);
            EndedAt = null;
        }
    }
}
