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

        var dues = new DateTimeOffset?[command.People.Count];
        for (var i = 0; i < dues.Length; i++)
        {
            if (!Deadlines.Due(run, step, command.People[i], out dues[i]))
            {
                return;
            }
        }

        run.Emit(new SignersAdded(run.Now, item.Number, item.ActivityId, command.Person, command.Place, command.People, command.Comment));
        if (command.Place == AddedPlace.Before)
        {
            Releasing.Hold(run, item, HeldFor.AddedBefore, stops: !Deadlines.RunsWhileHeld(step, HeldFor.AddedBefore));
        }

        foreach (var (index, person) in command.People.Index())
        {
            var added = WorkItemOpening.Open(run, item, WorkItemKind.Approve, person, "", command.Place, dues[index]);
            if (command.Place == AddedPlace.After)
            {
                Releasing.Hold(run, added, HeldFor.Adder, stops: true);
            }
        }
    }

    public static void Remove(StepRun run, InstanceState? state, RemoveSigner command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.PassOn) || Precondition.Existing(run, state, command.WorkItem) is not { } item)
        {
            return;
        }

        if (item is not { Added: not null, Origin: { } origin } || run.State.FindWorkItem(origin) is not { } adder)
        {
            run.Refuse(RefusalReason.Forbidden, "signers.not-added", "Expected a signer whom somebody has added.");
            return;
        }

        if (Precondition.MayActFor(run, adder, command.Person) && Precondition.IsLegal(run, item, WorkItemAct.Remove) && Precondition.GoesOn(run, item))
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
}
