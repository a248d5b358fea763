using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Activities.FillIn;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

internal static class CompleteWorkItemHandler
{
    public static void Handle(StepRun run, InstanceState? state, CompleteWorkItem command)
    {
        if (Precondition.WorkItem(run, state, command.WorkItem, command.Person, WorkItemLifecycle.ActOf(command.Decision)) is not { } item
            || !Precondition.Allows(run, state, InstanceAct.CompleteWorkItem))
        {
            return;
        }

        var step = (PersonStepActivity)run.Workflow.Find(item.ActivityId)!;
        var visit = run.State.Visit(item.Visit);
        if (!MayDecide(run, step, item, command) || !HasButton(run, step, command))
        {
            return;
        }

        ActivityVisit? target = null;
        if (command.Decision == WorkItemDecision.Return && !FindTarget(run, step, visit, command, out target))
        {
            return;
        }

        run.Emit(new WorkItemCompleted(
            run.Now, item.Number, item.ActivityId, command.Decision, command.Person, command.Comment, run.Now - item.OpenedAt)
        {
            OnBehalfOf = item.Person == command.Person ? null : item.Person,
            Button = command.Decision == WorkItemDecision.Complete ? command.Button : null,
        });
        Deadlines.Stop(run, item);
        if (command.Decision == WorkItemDecision.Return)
        {
            Returning.Return(run, visit, target, ResumeOf(step, command), command.Person, command.Comment ?? "");
        }
        else
        {
            PersonSteps.Completed(run, step, run.State.Visit(item.Visit), run.State.FindWorkItem(item.Number)!);
        }
    }

    private static bool MayDecide(StepRun run, PersonStepActivity step, WorkItem item, CompleteWorkItem command)
    {
        var verb = Words.Of(command.Decision);
        var rule = command.Decision switch
        {
            WorkItemDecision.Reject => item.Kind == WorkItemKind.Advise ? CommentedAct.WithComment : step.ActionsInForce.Reject,
            WorkItemDecision.Return => step.ActionsInForce.Return,
            WorkItemDecision.Approve => step is ApprovalActivity { ApproveNeedsComment: true } ? CommentedAct.WithComment : CommentedAct.CommentOptional,
            _ => CommentedAct.CommentOptional,
        };
        return Precondition.IsAllowedHere(run, rule != CommentedAct.Off, item, verb)
            && (rule == CommentedAct.CommentOptional || Precondition.HasComment(run, command.Comment, verb));
    }

    private static bool HasButton(StepRun run, PersonStepActivity step, CompleteWorkItem command)
    {
        if (command.Decision != WorkItemDecision.Complete || step is not FillInActivity { Buttons: { Count: > 0 } buttons })
        {
            return true;
        }

        if (buttons.Any(button => string.Equals(button.Name, command.Button, StringComparison.Ordinal)))
        {
            return true;
        }

        var names = string.Join(", ", buttons.Select(button => button.Name));
        run.Refuse(RefusalReason.Invalid, "fill-in.button", $"Expected one of {names}, but found '{command.Button}'.", names);
        return false;
    }

    private static bool FindTarget(StepRun run, PersonStepActivity step, ActivityVisit visit, CompleteWorkItem command, out ActivityVisit? target)
    {
        var found = ReturnTargets.Find(run.Workflow, run.State, step, visit)
            .FirstOrDefault(one => string.Equals(one.Visit?.ActivityId, command.To, StringComparison.Ordinal));
        target = found.Visit;
        if (found.IsAllowed)
        {
            return true;
        }

        var to = command.To ?? "the initiator";
        run.Refuse(RefusalReason.InvalidState, "return.target", $"Expected a passed step that one may return to from '{step.Id}', but found {to}.", step.Label, to);
        return false;
    }

    private static ResumeMode ResumeOf(PersonStepActivity step, CompleteWorkItem command) => step.ActionsInForce.Resume switch
    {
        ResumeRule.StraightBack => ResumeMode.StraightBack,
        ResumeRule.InOrder => ResumeMode.InOrder,
        _ => command.Resume,
    };
}
