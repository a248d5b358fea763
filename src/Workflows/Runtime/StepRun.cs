using System.Text.Json;
using Forms.Problems;
using Workflows.Activities;
using Workflows.Activities.End;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>
/// One command being handled: collects events, keeps the draft of the state up to date with them, and stops at the first
/// question without an answer or at a refusal. Lives for one call.
/// </summary>
internal sealed partial class StepRun(CompiledWorkflow workflow, InstanceState? before, Answers answers, DateTimeOffset now)
{
    private static readonly Dictionary<string, JsonElement> NoFields = [];

    private readonly List<WorkflowEvent> _events = new(16);
    private IReadOnlyDictionary<string, JsonElement>? _fields;
    private int _fieldsUpTo;
    private bool _hasNewFields;
    private StepResult? _stopped;

    public CompiledWorkflow Workflow => workflow;

    public DateTimeOffset Now => now;

    /// <summary>The state after the events so far.</summary>
    public InstanceDraft State { get; } = new(before);

    /// <summary>Whether the run has stopped to ask or was refused; nothing it does after that matters.</summary>
    public bool IsStopped => _stopped is not null;

    public StepResult Result => _stopped ?? new Accepted(_events, State.ToState());

    /// <summary>Fields that earlier commands of a simulation have set and the record does not have.</summary>
    public void Assume(IReadOnlyDictionary<string, JsonElement> fields)
    {
        if (fields.Count > 0)
        {
            _fields = fields;
        }
    }

    public void Emit(WorkflowEvent happened)
    {
        _events.Add(happened);
        State.Apply(happened);
        _hasNewFields |= happened is FieldsSet;
    }

    /// <summary>
    /// Asks for the sake of a step. False when the run now stops to ask, or when there is no answer and the step has become an
    /// incident: the step then just waits.
    /// </summary>
    public bool Ask<TAnswer>(ActivityVisit visit, Question<TAnswer> question, out TAnswer answer)
        where TAnswer : notnull
    {
        if (Find(question, out answer) is not { } failure)
        {
            return !IsStopped;
        }

        Fail(visit, failure.Code, failure.Message);
        return false;
    }

    /// <summary>Asks before anything is done. False when the run now stops to ask, or is refused as there is no answer.</summary>
    public bool Ask<TAnswer>(Question<TAnswer> question, out TAnswer answer)
        where TAnswer : notnull
    {
        if (Find(question, out answer) is { } failure)
        {
            Refuse(RefusalReason.InvalidState, failure.Code, failure.Message);
        }

        return !IsStopped;
    }

    /// <summary>Whether the shell can do the effect of a step; the step is an incident when it cannot.</summary>
    public bool CanDo(ActivityVisit visit)
    {
        if (answers.FailureOfEffect(visit.ActivityId) is { } failure)
        {
            Fail(visit, failure.Code, failure.Message);
            return false;
        }

        return true;
    }

    /// <summary>The step cannot be done now: it waits with an incident.</summary>
    public void Fail(ActivityVisit visit, string code, string message) =>
        Emit(new IncidentRaised(now, visit.Number, visit.ActivityId, code, message));

    public void Refuse(RefusalReason reason, string code, string message, params string[] arguments) =>
        _stopped ??= new Refused(reason, code, message) { Arguments = arguments };

    /// <summary>Fields set on the way and not in the record yet; null when none are. Put together only when a question needs them.</summary>
    private IReadOnlyDictionary<string, JsonElement>? Fields()
    {
        if (_hasNewFields)
        {
            var fields = new Dictionary<string, JsonElement>(_fields ?? NoFields, StringComparer.Ordinal);
            for (; _fieldsUpTo < _events.Count; _fieldsUpTo++)
            {
                if (_events[_fieldsUpTo] is FieldsSet set)
                {
                    foreach (var (name, value) in set.Values)
                    {
                        fields[name] = value;
                    }
                }
            }

            (_fields, _hasNewFields) = (fields, false);
        }

        return _fields;
    }

    private AnswerFailure? Find<TAnswer>(Question<TAnswer> question, out TAnswer answer)
        where TAnswer : notnull
    {
        answer = default!;
        if (IsStopped)
        {
            return null;
        }

        var asked = Fields() is { } fields ? question with { FieldsSet = fields } : question;
        switch (answers.To(asked))
        {
            case TAnswer found:
                answer = found;
                return null;
            case AnswerFailure failure:
                return failure;
            case null:
                _stopped = new Asked([asked]);
                return null;
            case var other:
                throw new InvalidOperationException($"Expected an answer of type {typeof(TAnswer).Name} to '{question.Key}', but found {other.GetType().Name}.");
        }
    }
}
