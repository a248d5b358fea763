using System.Collections.Immutable;
using Forms.Problems;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Running;

/// <content>From a state and back to one.</content>
internal sealed partial class Burst
{
    /// <summary>Goes on from a state. Refuses one of another version of a workflow.</summary>
    public static Burst From(ElsaProgram program, ElsaState state, DateTimeOffset now)
    {
        var burst = new Burst(program, state.Joins, now) { _nextBookmark = state.NextBookmark, _pending = state.Pending, _steps = state.Steps };
        burst._active.AddRange(state.Active);
        burst._ready.AddRange(state.Ready);
        burst._signals.AddRange(state.Signals);
        foreach (var instance in state.Instances)
        {
            var workflow = instance.Number == 0 ? program.Main : program.Find(instance.DefinitionId);
            if (workflow is null || workflow.Definition.DefinitionId != instance.DefinitionId || workflow.Definition.Id != instance.VersionId)
            {
                burst.Refuse(RefusalReason.InvalidState, "elsa.other-version", $"Expected version '{instance.VersionId}' of workflow '{instance.DefinitionId}', but found another.");
                return burst;
            }

            burst.Instances.Add(Thaw(burst, workflow, instance));
        }

        return burst;
    }

    private ElsaState Freeze() => new()
    {
        Joins = joins,
        Instances = [.. Instances.Select(Freeze)],
        Active = [.. _active],
        Ready = [.. _ready],
        Signals = [.. _signals],
        Steps = _question is null ? 0 : _steps,
        Pending = _pending,
        NextBookmark = _nextBookmark,
    };

    private static ElsaInstance Freeze(Instance instance) => new()
    {
        Number = instance.Number,
        Id = instance.Id,
        DefinitionId = instance.Workflow.Definition.DefinitionId,
        VersionId = instance.Workflow.Definition.Id,
        Status = instance.Status,
        SubStatus = instance.SubStatus,
        CorrelationId = instance.CorrelationId,
        Name = instance.Name,
        Trigger = instance.Trigger,
        Caller = instance.Caller,
        Inputs = instance.Inputs.ToImmutableDictionary(StringComparer.Ordinal),
        Outputs = instance.Outputs.ToImmutableDictionary(StringComparer.Ordinal),
        Results = instance.Results.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutableDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        LastResult = instance.LastResult,
        Executions = [.. instance.Executions.Values.Select(Freeze)],
        Work = [.. instance.Queue.Select(Freeze)],
        Bookmarks = [.. instance.Bookmarks],
        Incidents = [.. instance.Incidents],
        NextExecution = instance.NextExecution,
    };

    private static ElsaExecution Freeze(Execution execution) => new(execution.Number, execution.Node.Index, execution.Parent?.Number)
    {
        Faulted = execution.Status == ExecutionStatus.Faulted,
        Backward = execution.Backward,
        Variables = Freeze(execution.Variables),
        Inputs = execution.Inputs.ToImmutableDictionary(StringComparer.Ordinal),
        Position = execution.Position,
        Breaking = execution.Breaking,
        Marks = [.. execution.Marks],
        Visits = execution.Visits.ToImmutableDictionary(),
        Traffic = execution.Traffic.ToImmutableDictionary(),
        Tokens = [.. execution.Tokens.Select(token => new ElsaToken(token.From, token.Port, token.To, token.Consumed, token.Blocked))],
    };

    private static ElsaWork Freeze(Work work) => new(work.Node.Index, work.Owner?.Number, work.Execution?.Number, work.Resumes, work.Input)
    {
        Backward = work.Backward,
        Variables = Freeze(work.Variables),
    };

    private static ImmutableArray<ElsaVariableValue> Freeze(IReadOnlyList<Variable> variables) =>
        [.. variables.Select(variable => new ElsaVariableValue(variable.Id, variable.Name, variable.Type.Name, variable.Value))];

    private static Instance Thaw(Burst burst, CompiledElsa workflow, ElsaInstance state)
    {
        var instance = new Instance(burst, workflow, state.Number, state.Id)
        {
            Status = state.Status,
            SubStatus = state.SubStatus,
            CorrelationId = state.CorrelationId,
            Name = state.Name,
            Trigger = state.Trigger,
            Caller = state.Caller,
            LastResult = state.LastResult,
            NextExecution = state.NextExecution,
        };
        Copy(state.Inputs, instance.Inputs);
        Copy(state.Outputs, instance.Outputs);
        foreach (var (activity, results) in state.Results)
        {
            instance.Results.Add(activity, new Dictionary<string, System.Text.Json.JsonElement>(results, StringComparer.Ordinal));
        }

        // Parents begin before their children and so stand before them.
        foreach (var execution in state.Executions)
        {
            Thaw(instance, execution);
        }

        foreach (var work in state.Work)
        {
            instance.Restore(new Work(workflow.Nodes[work.Node], Of(instance, work.Owner))
            {
                Execution = Of(instance, work.Execution),
                Resumes = work.Resumes,
                Input = work.Input,
                Backward = work.Backward,
                Variables = [.. work.Variables.Select(Thaw)],
            });
        }

        instance.Bookmarks.AddRange(state.Bookmarks);
        instance.Incidents.AddRange(state.Incidents);
        return instance;
    }

    private static void Thaw(Instance instance, ElsaExecution state)
    {
        var execution = new Execution(state.Number, instance.Workflow.Nodes[state.Node], Of(instance, state.Parent))
        {
            Status = state.Faulted ? ExecutionStatus.Faulted : ExecutionStatus.Running,
            Backward = state.Backward,
            Position = state.Position,
            Breaking = state.Breaking,
        };
        execution.Variables.AddRange(state.Variables.Select(Thaw));
        Copy(state.Inputs, execution.Inputs);
        execution.Marks.AddRange(state.Marks);
        Copy(state.Visits, execution.Visits);
        Copy(state.Traffic, execution.Traffic);
        execution.Tokens.AddRange(state.Tokens.Select(token => new Token(token.From, token.Port, token.To) { Consumed = token.Consumed, Blocked = token.Blocked }));
        instance.Executions.Add(execution.Number, execution);
        execution.Parent?.Children.Add(execution.Number, execution);
    }

    private static Variable Thaw(ElsaVariableValue state) =>
        new(state.Id, state.Name, ElsaType.Find(state.Type, isArray: false) ?? ElsaType.Object) { Value = state.Value };

    private static Execution? Of(Instance instance, int? number) => number is { } one ? instance.Executions.GetValueOrDefault(one) : null;

    private static void Copy<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> from, Dictionary<TKey, TValue> to)
        where TKey : notnull
    {
        foreach (var (key, value) in from)
        {
            to[key] = value;
        }
    }
}
