using Forms.Problems;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

internal static class ResubmitHandler
{
    public static void Handle(StepRun run, InstanceState? state, Resubmit command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Resubmit))
        {
            return;
        }

        var revision = run.State.WorkItems.Find(item => item is { Kind: WorkItemKind.Revise, State: WorkItemState.Open })!;
        if (revision.Person != command.Person && !IsHolder(run, revision, command.Person))
        {
            return;
        }

        var back = state.Returns[^1];
        var resume = command.Changed && AsksAgain(run, back) ? ResumeMode.InOrder : back.Resume;
        run.Emit(new WorkItemClosed(run.Now, revision.Number, WorkItemCloseReason.Resubmitted));
        if (resume == ResumeMode.InOrder)
        {
            Interruption.Everything(run, WorkItemCloseReason.ReturnedByAnother, Outcomes.Returned);
        }

        run.Emit(new InstanceResubmitted(run.Now, state.Round + 1, command.Person, command.Comment, resume, run.Now - back.At));
        if (resume == ResumeMode.InOrder)
        {
            run.Go(run.Workflow.Start, 0, 0);
        }
        else
        {
            Returning.ComeBack(run, back.Number, back.Visit);
        }
    }

    private static bool AsksAgain(StepRun run, InstanceReturn back) =>
        run.Workflow.Find(back.ActivityId) is PersonStepActivity { ActionsInForce.IfChanged: ChangedRule.AskAgain };

    private static bool IsHolder(StepRun run, WorkItem revision, Guid person)
    {
        if (!run.Ask(new ProxyQuestion(revision.ActivityId, revision.Person, person), out var may))
        {
            return false;
        }

        if (!may)
        {
            run.Refuse(RefusalReason.Forbidden, "instance.not-initiator", "Expected the initiator to resubmit, but found somebody else.", "resubmit");
        }

        return may;
    }
}
