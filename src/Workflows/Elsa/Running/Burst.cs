using System.Text.Json;
using Forms.Problems;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Running;

/// <summary>
/// One command being handled: lets instances take turns until all of them wait or have finished, a script has to be run, or
/// a limit is reached. Lives for one call.
/// </summary>
internal sealed partial class Burst(ElsaProgram program, JoinBehaviour joins, DateTimeOffset now)
{
    /// <summary>Activities run by one command. Beyond it a workflow is taken to run in a circle without a wait.</summary>
    public const int MostSteps = 50_000;

    /// <summary>Instances in one run.</summary>
    public const int MostInstances = 1_000;

    private readonly List<ElsaEffect> _effects = [];
    private readonly List<ElsaSignal> _signals = [];
    private readonly List<int> _ready = [];
    private readonly List<int> _active = [];
    private ScriptAnswer? _answer;
    private ScriptQuestion? _question;
    private ElsaPending? _pending;
    private ElsaRefused? _refused;
    private int _steps;
    private int _nextBookmark = 1;

    public ElsaProgram Program => program;

    public JoinBehaviour Joins => joins;

    public DateTimeOffset Now => now;

    public List<Instance> Instances { get; } = [];

    public ElsaStep Result => _refused is { } refused ? refused
        : _question is { } question ? new ElsaAsked(Freeze(), _effects, question)
        : new ElsaAccepted(Freeze(), _effects);

    public void Emit(ElsaEffect effect) => _effects.Add(effect);

    public void Refuse(RefusalReason reason, string code, string message) => _refused ??= new ElsaRefused(reason, code, message);

    public int TakeBookmarkNumber() => _nextBookmark++;

    /// <summary>Makes an instance; it goes on when its turn comes, at once when it is nested.</summary>
    /// <returns>Null when there are too many.</returns>
    public Instance? Start(CompiledElsa workflow, string id, ElsaCaller? caller, IEnumerable<KeyValuePair<string, JsonElement>> inputs, string? correlationId, string? trigger = null)
    {
        if (Instances.Count >= MostInstances)
        {
            Refuse(RefusalReason.InvalidState, "elsa.too-many", $"Expected at most {MostInstances} workflows started by one, but found more: '{workflow.Definition.Name ?? workflow.Definition.DefinitionId}' starts again and again.");
            return null;
        }

        var instance = new Instance(this, workflow, Instances.Count, id)
        {
            Caller = caller,
            CorrelationId = string.IsNullOrEmpty(correlationId) ? null : correlationId,
            Trigger = trigger,
            SubStatus = ElsaSubStatus.Executing,
        };
        foreach (var (name, value) in inputs)
        {
            var declared = workflow.Definition.Inputs.FirstOrDefault(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            instance.Inputs[declared?.Name ?? name] = declared is null ? value : Instance.Convert(declared.Type, value);
        }

        Instances.Add(instance);
        instance.Schedule(null, workflow.Nodes[0]);
        Emit(new InstanceBegan(id, workflow.Definition.DefinitionId));
        if (caller is { Nested: true })
        {
            _active.Add(instance.Number);
        }
        else
        {
            _ready.Add(instance.Number);
        }

        return instance;
    }

    public void Signal(Instance from, string name, string? correlationId, bool isLocal, JsonElement payload)
    {
        Emit(new EventPublished(from.Id, name, correlationId, isLocal, payload));
        _signals.Add(new ElsaSignal(name, correlationId, isLocal ? from.Number : null, payload, _nextBookmark));
    }

    public void Signal(PublishToElsa command) =>
        _signals.Add(new ElsaSignal(command.Event, command.CorrelationId, null, command.Payload ?? ElsaValues.Null, _nextBookmark));

    public void Answer(ScriptAnswer answer) => _answer = answer;

    /// <summary>Wakes an instance for a bookmark, which is used up.</summary>
    public void Resume(Instance instance, ElsaBookmark bookmark, JsonElement input)
    {
        instance.Bookmarks.Remove(bookmark);
        instance.SubStatus = ElsaSubStatus.Executing;
        instance.ScheduleResume(instance.Executions[bookmark.Execution], input);
        if (!_ready.Contains(instance.Number) && !_active.Contains(instance.Number))
        {
            _ready.Add(instance.Number);
        }
    }

    /// <summary>The value of a script, when the shell has given it; else the run stops to ask.</summary>
    public JsonElement? Run(Instance instance, Execution execution, string key, string script)
    {
        if (_answer is not { } answer || _pending != new ElsaPending(instance.Number, execution.Number, key))
        {
            _pending = new ElsaPending(instance.Number, execution.Number, key);
            _question = instance.Ask(execution, script);
            return null;
        }

        (_answer, _pending) = (null, null);
        if (answer.Error is { } error)
        {
            throw new ElsaFault(error);
        }

        foreach (var (name, value) in answer.Variables)
        {
            Instance.Set(execution, name, value);
        }

        if (execution.Node.Kind is RunJavaScriptKind)
        {
            execution.Marks.AddRange(answer.Outcomes ?? []);
        }

        instance.CorrelationId = answer.CorrelationId ?? instance.CorrelationId;
        instance.Name = answer.InstanceName ?? instance.Name;
        return answer.Value;
    }

    public void Go()
    {
        while (_question is null && _refused is null)
        {
            if (_active.Count > 0)
            {
                Turn(Instances[_active[^1]]);
            }
            else if (_ready.Count > 0)
            {
                _active.Add(_ready[0]);
                _ready.RemoveAt(0);
            }
            else if (_signals.Count > 0)
            {
                Deliver(_signals[0]);
                _signals.RemoveAt(0);
            }
            else
            {
                return;
            }
        }
    }

    private void Turn(Instance instance)
    {
        if (instance.Queue.Count == 0)
        {
            Settle(instance);
            return;
        }

        if (++_steps > MostSteps)
        {
            var at = instance.Queue.First!.Value.Node.Activity;
            Refuse(RefusalReason.InvalidState, "elsa.endless", $"Expected the workflow to wait or to end, but found it still running after {MostSteps} activities, at '{at.Name ?? at.Id}'.");
            return;
        }

        var work = instance.Take();
        var execution = work.Execution ?? instance.Begin(work);
        if (execution.Status != ExecutionStatus.Running)
        {
            return;
        }

        try
        {
            if (work.Resumes)
            {
                work.Node.Kind.Resumed(instance, execution, work.Input ?? ElsaValues.Null);
            }
            else if (FindInputs(instance, execution))
            {
                work.Node.Kind.Execute(instance, execution);
            }
            else
            {
                _steps--;
                instance.PutBack(new Work(work.Node, work.Owner) { Execution = execution });
            }
        }
        catch (ElsaFault fault)
        {
            instance.Fault(execution, fault.Message);
        }
    }

    /// <summary>Finds the inputs that are still missing; false when a script has to be run first.</summary>
    private static bool FindInputs(Instance instance, Execution execution)
    {
        var activity = execution.Node.Activity;
        foreach (var (name, input) in activity.Inputs)
        {
            if (!Find(name, input))
            {
                return false;
            }
        }

        foreach (var (index, item) in activity.Cases.Index())
        {
            if (!Find(SwitchCases.Key(index), item.Condition))
            {
                return false;
            }
        }

        return true;

        bool Find(string key, ElsaInput input)
        {
            if (execution.Inputs.ContainsKey(key))
            {
                return true;
            }

            if (instance.Evaluate(execution, key, input) is not { } value)
            {
                return false;
            }

            execution.Inputs.Add(key, value);
            return true;
        }
    }

    /// <summary>The instance has nothing more to do: it waits now or has ended, and whoever started it may want to know.</summary>
    private void Settle(Instance instance)
    {
        _active.Remove(instance.Number);
        if (instance.Status == ElsaStatus.Running)
        {
            if (instance.Executions.Count == 0)
            {
                instance.Finish(ElsaSubStatus.Finished);
            }
            else
            {
                instance.SubStatus = ElsaSubStatus.Suspended;
            }
        }

        if (instance.Caller is not { } caller)
        {
            return;
        }

        var parent = Instances[caller.Instance];
        if (caller.Nested)
        {
            instance.Caller = caller with { Nested = false };
            if (parent.Executions.TryGetValue(caller.Execution, out var execution))
            {
                ExecuteWorkflowKind.Stopped(parent, execution, instance);
            }
        }
        else if (caller.Waits && instance.Status == ElsaStatus.Finished)
        {
            instance.Caller = caller with { Waits = false };
            if (parent.Bookmarks.Find(bookmark => bookmark.Child == instance.Number) is { } bookmark && parent.Status == ElsaStatus.Running)
            {
                Resume(parent, bookmark, ElsaValues.Of(instance.Outputs));
            }
        }
    }

    private void Deliver(ElsaSignal signal)
    {
        foreach (var (workflow, activityId) in signal.Instance is null ? program.StartedBy(signal.Name) : [])
        {
            Start(workflow, $"{Instances[0].Id}.{Instances.Count}", null, [new("Event", signal.Payload)], signal.CorrelationId, activityId);
        }

        var waiting = from instance in Instances
                      where signal.Instance is null || instance.Number == signal.Instance
                      where instance.Status == ElsaStatus.Running
                      where string.IsNullOrEmpty(signal.CorrelationId) || signal.CorrelationId == instance.CorrelationId
                      from bookmark in instance.Bookmarks
                      where bookmark.Wait == ElsaWait.Event && bookmark.Stimulus == signal.Name && bookmark.Number < signal.Before
                      select (instance, bookmark);
        foreach (var (instance, bookmark) in waiting.ToList())
        {
            Resume(instance, bookmark, signal.Payload);
        }
    }
}
