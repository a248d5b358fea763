using System.Collections.Immutable;
using System.Text.Json;
using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime.Commands;

namespace Workflows.Runtime;

/// <summary>
/// The engine: a pure function of a workflow, a state, a command and answers. No clock, no database, no formula runs
/// inside; what it needs to know it asks for. Never throws for anything a person or a stale page can send.
/// docs/workflow-semantics.md says what each command means.
/// </summary>
public static class WorkflowEngine
{
    /// <param name="state">Null to start an instance.</param>
    /// <param name="answers">What is already known; <see cref="Answers.None"/> at first.</param>
    /// <param name="now">The time of all events.</param>
    public static StepResult Handle(
        CompiledWorkflow workflow,
        InstanceState? state,
        WorkflowCommand command,
        Answers answers,
        DateTimeOffset now) =>
        Handle(workflow, state, command, answers, now, ImmutableDictionary<string, JsonElement>.Empty);

    /// <summary>The same with fields that earlier commands have set and the record does not have yet; for simulations.</summary>
    internal static StepResult Handle(
        CompiledWorkflow workflow,
        InstanceState? state,
        WorkflowCommand command,
        Answers answers,
        DateTimeOffset now,
        IReadOnlyDictionary<string, JsonElement> fields)
    {
        var run = new StepRun(workflow, state, answers, now);
        run.Assume(fields);
        if (state is not null && command is not MigrateInstance && Foreign(workflow, state) is { } foreign)
        {
            run.Refuse(
                RefusalReason.InvalidState,
                "workflow.other-version",
                $"Expected an instance of this version of '{workflow.Definition.Key}', but found it at the unknown step '{foreign}'.",
                workflow.Definition.Key,
                foreign);
            return run.Result;
        }

        Handle(run, state, command);
        if (!run.IsStopped)
        {
            run.Travel();
        }

        return run.Result;
    }

    private static void Handle(StepRun run, InstanceState? state, WorkflowCommand command)
    {
        switch (command)
        {
            case StartInstance start:
                StartInstanceHandler.Handle(run, state, start);
                break;
            case CompleteWorkItem complete:
                CompleteWorkItemHandler.Handle(run, state, complete);
                break;
            case Resubmit resubmit:
                ResubmitHandler.Handle(run, state, resubmit);
                break;
            case Withdraw withdraw:
                WithdrawHandler.Handle(run, state, withdraw);
                break;
            case TransferWorkItem transfer:
                PassOnHandler.Transfer(run, state, transfer);
                break;
            case DelegateWorkItem delegated:
                PassOnHandler.Delegate(run, state, delegated);
                break;
            case RecallWorkItem recall:
                PassOnHandler.Recall(run, state, recall);
                break;
            case ReassignWorkItem reassign:
                PassOnHandler.Reassign(run, state, reassign);
                break;
            case AddSigners add:
                AddSignersHandler.Handle(run, state, add);
                break;
            case RemoveSigner remove:
                AddSignersHandler.Remove(run, state, remove);
                break;
            case TakeBackDecision takeBack:
                TakeBackHandler.Handle(run, state, takeBack);
                break;
            case AddComment comment:
                TalkHandler.Comment(run, state, comment);
                break;
            case SendCopy copy:
                TalkHandler.Copy(run, state, copy);
                break;
            case MarkRead read:
                TalkHandler.MarkRead(run, state, read);
                break;
            case Urge urge:
                TalkHandler.Urge(run, state, urge);
                break;
            case JumpTo jump:
                JumpHandler.Handle(run, state, jump);
                break;
            case CancelInstance cancel:
                AdministrationHandler.Cancel(run, state, cancel);
                break;
            case SuspendInstance suspend:
                AdministrationHandler.Suspend(run, state, suspend);
                break;
            case ResumeInstance resume:
                AdministrationHandler.Resume(run, state, resume);
                break;
            case RetryIncident retry:
                AdministrationHandler.Retry(run, state, retry);
                break;
            case MigrateInstance migrate:
                MigrateHandler.Handle(run, state, migrate);
                break;
            case FireWait fire:
                FireWaitHandler.Handle(run, state, fire);
                break;
            default:
                throw new ArgumentException($"Expected a command the engine knows, but found {command.GetType().Name}.", nameof(command));
        }
    }

    /// <summary>A step at which the instance waits, or will come back to, and which the workflow does not have.</summary>
    private static string? Foreign(CompiledWorkflow workflow, InstanceState state)
    {
        foreach (var visit in state.Path)
        {
            if (visit.IsLive && workflow.IndexOf(visit.ActivityId) is null)
            {
                return visit.ActivityId;
            }
        }

        foreach (var one in state.Returns)
        {
            if (one.ComesBack && workflow.IndexOf(one.ActivityId) is null)
            {
                return one.ActivityId;
            }
        }

        return null;
    }
}
