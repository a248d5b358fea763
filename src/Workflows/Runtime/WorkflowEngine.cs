using System.Collections.Immutable;
using System.Text.Json;
using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime.Commands;

namespace Workflows.Runtime;

/// <summary>
/// The engine: a pure function of a workflow, a state, a command and answers. No clock, no database, no formula runs
/// inside; what it needs to know it asks for. Never throws for anything a person or a stale page can send.
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
        ImmutableDictionary<string, JsonElement> fields)
    {
        var run = new StepRun(workflow, state, answers, now) { Fields = fields };
        if (state?.Path.FirstOrDefault(visit => workflow.IndexOf(visit.ActivityId) is null) is { } foreign)
        {
            run.Refuse(
                RefusalReason.InvalidState,
                "workflow.other-version",
                $"Expected an instance of this version of '{workflow.Definition.Key}', but found it at the unknown step '{foreign.ActivityId}'.",
                workflow.Definition.Key,
                foreign.ActivityId);
            return run.Result;
        }

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
            default:
                throw new ArgumentException($"Expected a command the engine knows, but found {command.GetType().Name}.", nameof(command));
        }

        return run.Result;
    }
}
