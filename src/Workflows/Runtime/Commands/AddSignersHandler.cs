using Forms.Problems;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

internal static class AddSignersHandler
{
    public static void Handle(StepRun run, InstanceState? state, AddSigners command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.PassOn)
            || Precondition.WorkItem(run, state, command.WorkItem, command.Person, WorkItemAct.AddSigners) is not { } item)
        {
            return;
        }

        var step = (PersonStepActivity)run.Workflow.Find(item.ActivityId)!;
        if (!Precondition.IsAllowedHere(run, step.ActionsInForce.Allows(command.Place), item, "add signers there") || !AreNew(run, item, command))
        {
            return;
        }

        run.Emit(new SignersAdded(run.Now, item.Number, item.ActivityId, command.Person, command.Place, command.People, command.Comment));
        if (command.Place == AddedPlace.Before)
        {
            Hold(run, step, item, HeldFor.AddedBefore);
        }

        foreach (var person in command.People)
        {
            var visit = run.State.Visit(item.Visit);
            if (WorkItemOpening.Open(run, step, visit, WorkItemKind.Approve, person, "", item.Order, item.Number, command.Place) is not { } added)
            {
                return;
            }

            if (command.Place == AddedPlace.After)
            {
                Hold(run, step, added, HeldFor.Adder);
            }
        }
    }

    public static void Remove(StepRun run, InstanceState? state, RemoveSigner command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.PassOn) || Precondition.Existing(run, state, command.WorkItem) is not { } item)
        {
            return;
        }

        if (item is not { Added: not null, Origin: { } origin } || run.State.FindWorkItem(origin) is not { } adder || adder.Person != command.Person)
        {
            run.Refuse(RefusalReason.Forbidden, "signers.not-added", "Expected a signer whom this person has added.");
            return;
        }

        if (Precondition.IsLegal(run, item, WorkItemAct.Remove))
        {
            PassOnHandler.CloseWithAdded(run, item, WorkItemCloseReason.Removed);
            PersonSteps.GoOn(run, (PersonStepActivity)run.Workflow.Find(item.ActivityId)!, run.State.Visit(item.Visit), null);
        }
    }

    private static bool AreNew(StepRun run, WorkItem item, AddSigners command)
    {
        if (command.People.Count == 0 || command.People.Distinct().Count() != command.People.Count)
        {
            run.Refuse(RefusalReason.Invalid, "signers.none", "Expected at least one person, and each once.");
            return false;
        }

        return command.People.All(person => PassOnHandler.IsFree(run, item, person) && Precondition.IsCandidate(run, item, person, null));
    }

    private static void Hold(StepRun run, PersonStepActivity step, WorkItem item, HeldFor reason)
    {
        Deadlines.Stop(run, item);
        var stops = reason == HeldFor.Adder || step.Deadline is not { RunsWhileHeld: true };
        run.Emit(new WorkItemHeld(run.Now, item.Number, reason) { StopsClock = stops });
        if (!stops)
        {
            Deadlines.Arm(run, run.State.FindWorkItem(item.Number)!);
        }
    }
}
