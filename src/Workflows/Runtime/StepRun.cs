using System.Collections.Immutable;
using System.Text.Json;
using Forms.Problems;
using Workflows.Activities;
using Workflows.Activities.End;
using Workflows.Definitions;

namespace Workflows.Runtime;

/// <summary>
/// One command being handled: collects events, keeps the state up to date with them, and stops at the first question
/// without an answer or at a refusal. Lives for one call.
/// </summary>
internal sealed class StepRun(CompiledWorkflow workflow, InstanceState? before, Answers answers, DateTimeOffset now)
{
    private readonly List<WorkflowEvent> _events = [];
    private readonly HashSet<int> _entered = [];
    private InstanceState? _state = before;
    private StepResult? _stopped;

    public CompiledWorkflow Workflow => workflow;

    public DateTimeOffset Now => now;

    /// <summary>The state after the events so far.</summary>
    public InstanceState State => _state ?? throw new InvalidOperationException("Expected an instance, but none has started.");

    /// <summary>Fields set in this run, which are not in the record yet.</summary>
    public ImmutableDictionary<string, JsonElement> Fields { get; set; } = ImmutableDictionary<string, JsonElement>.Empty;

    public StepResult Result => _stopped ?? new Accepted(_events, State);

    public void Emit(WorkflowEvent happened)
    {
        _events.Add(happened);
        _state = _state is null ? InstanceState.Replay([happened]) : _state.Apply(happened);
        if (happened is FieldsSet set)
        {
            Fields = Fields.SetItems(set.Values);
        }
    }

    /// <summary>The answer, or null when the run now stops to ask.</summary>
    public bool? Ask(ConditionQuestion question)
    {
        var answer = answers.To(question);
        StopUnless(answer is not null, question);
        return answer;
    }

    /// <inheritdoc cref="Ask(ConditionQuestion)"/>
    public IReadOnlyList<Signer>? Ask(PeopleQuestion question)
    {
        var answer = answers.To(question);
        StopUnless(answer is not null, question);
        return answer;
    }

    public void Refuse(RefusalReason reason, string code, string message, params string[] arguments) =>
        _stopped ??= new Refused(reason, code, message) { Arguments = arguments };

    /// <summary>Reaches an activity and goes on from there until the instance waits, has ended, or the run has stopped.</summary>
    public void Travel(int activity)
    {
        int? next = activity;
        while (next is { } index)
        {
            next = Enter(index) is var (visit, completion) ? Complete(index, visit, completion) : null;
        }
    }

    /// <summary>Ends a visit at which the instance waited, and goes on.</summary>
    public void Leave(ActivityVisit visit, Completion completion)
    {
        if (Complete(workflow.IndexOf(visit.ActivityId)!.Value, visit, completion) is { } next)
        {
            Travel(next);
        }
    }

    private (ActivityVisit Visit, Completion Completion)? Enter(int index)
    {
        var activity = workflow.Activities[index];
        if (!_entered.Add(index))
        {
            // The compiler refuses circles without an approval; this one had approvals that passed by themselves.
            Refuse(
                RefusalReason.InvalidState,
                "workflow.endless",
                $"Expected somebody to decide before '{activity.Label}' is reached again, but found every step on the way passing by itself.",
                activity.Label);
            return null;
        }

        var number = _state!.NextVisit;
        Emit(new ActivityEntered(now, number, activity.Id, _state.Round));
        var visit = _state.Path[^1];
        return workflow.KindOf(index).Enter(this, activity, visit) is { } completion ? (visit, completion) : null;
    }

    private int? Complete(int index, ActivityVisit visit, Completion completion)
    {
        Emit(new ActivityCompleted(now, visit.Number, visit.ActivityId, completion.Outcome, completion.Cause));
        var target = workflow.Target(index, completion.Outcome);
        if (target is null)
        {
            // Only a rejection may lead nowhere; the compiler has seen to the other outcomes.
            Emit(new InstanceCompleted(now, EndResult.Rejected));
        }

        return target;
    }

    private void StopUnless(bool answered, Question question)
    {
        if (!answered)
        {
            _stopped ??= new Asked([question with { FieldsSet = Fields }]);
        }
    }
}
