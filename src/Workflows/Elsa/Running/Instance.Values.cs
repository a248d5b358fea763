using System.Text.Json;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Running;

/// <content>Variables, inputs, results and outputs.</content>
internal sealed partial class Instance
{
    /// <summary>Variables in reach, from the nearest to the farthest.</summary>
    public static IEnumerable<Variable> Reach(Execution execution) =>
        execution.Variables.Concat(execution.Ancestors.SelectMany(around => around.Variables));

    public static Variable? Find(Execution execution, string? id, string? name) =>
        Reach(execution).FirstOrDefault(variable => id is not null && variable.Id == id)
        ?? Reach(execution).FirstOrDefault(variable => name is not null && variable.Name == name);

    /// <summary>Sets a variable in reach, converted to its type; a name that is not there becomes a variable of the nearest container.</summary>
    public static void Set(Execution execution, string name, JsonElement value)
    {
        if (Find(execution, null, name) is { } variable)
        {
            Assign(variable, value);
            return;
        }

        var container = execution.Ancestors.FirstOrDefault(around => around.Node.Kind.HasVariables) ?? execution;
        container.Variables.Add(new Variable(name, name, ElsaType.Object) { Value = value });
    }

    /// <exception cref="ElsaFault">The value is of another type.</exception>
    public static void Assign(Variable variable, JsonElement value) => variable.Value = Convert(variable.Type, value);

    /// <exception cref="ElsaFault">The value is of another type.</exception>
    public static JsonElement Convert(ElsaType type, JsonElement value) =>
        type.Convert(value) ?? throw new ElsaFault($"Expected a value of type {type.Name}, but found '{ElsaValues.Text(value)}'.");

    /// <summary>Inputs of the workflow around: those of an activity that stands for a workflow are its variables.</summary>
    public JsonElement InputOf(Execution execution, string name) =>
        InputsOf(execution).FirstOrDefault(input => input.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: not JsonValueKind.Undefined } value
            ? value
            : ElsaValues.Null;

    public IReadOnlyDictionary<string, JsonElement> InputsOf(Execution execution) =>
        execution.Ancestors.FirstOrDefault(around => around.Node.Kind is WorkflowActivityKind) is { } standsFor
            ? standsFor.Variables.GroupBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal)
            : Inputs;

    /// <summary>Keeps the result of an activity, where scripts find it and where the activity says that it goes.</summary>
    public void SetResult(Execution execution, string name, JsonElement value)
    {
        var activity = execution.Node.Activity;
        if (!Results.TryGetValue(activity.Id, out var results))
        {
            Results.Add(activity.Id, results = new Dictionary<string, JsonElement>(StringComparer.Ordinal));
        }

        results[char.ToUpperInvariant(name[0]) + name[1..]] = value;
        LastResult = name == "result" ? value : LastResult;
        if (activity.Outputs.GetValueOrDefault(name) is not { } target)
        {
            return;
        }

        if (Find(execution, target, null) is { } variable)
        {
            Assign(variable, value);
        }
        else
        {
            SetOutput(execution, target, value);
        }
    }

    /// <summary>Sets an output of the workflow around.</summary>
    public void SetOutput(Execution execution, string name, JsonElement value)
    {
        var declaring = execution.Ancestors.FirstOrDefault(around => around.Node.Kind is WorkflowKind
            && around.Node.Definition!.Outputs.Any(output => output.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        var output = declaring?.Node.Definition!.Outputs.First(output => output.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        var converted = output is null || ElsaValues.IsNull(value) ? value : Convert(output.Type, value);
        if (declaring?.Parent is { } standsFor)
        {
            SetResult(standsFor, CamelCase(output!.Name), converted);
        }
        else
        {
            Outputs[output?.Name ?? name] = converted;
        }
    }

    /// <summary>Finds the value of an input; null when a script has to be run first.</summary>
    public JsonElement? Evaluate(Execution execution, string key, ElsaInput input)
    {
        var value = input.Expression switch
        {
            LiteralExpression literal => literal.Value,
            VariableExpression variable => Find(execution, variable.Id, variable.Name)?.Value ?? ElsaValues.Null,
            InputExpression name => InputOf(execution, name.Name),
            JavaScriptExpression script => Burst.Run(this, execution, key, script.Script),
            _ => throw new InvalidOperationException($"Expected a known expression, but found {input.Expression.GetType().Name}."),
        };
        return value is { } found ? Convert(input.Type, found) : null;
    }

    /// <summary>Everything that a script of the activity may see.</summary>
    public ScriptQuestion Ask(Execution execution, string script)
    {
        var variables = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var variable in Reach(execution))
        {
            variables.TryAdd(variable.Name, variable.Value);
        }

        var results = new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>(StringComparer.Ordinal);
        foreach (var node in Workflow.Nodes)
        {
            if (Results.TryGetValue(node.Activity.Id, out var given))
            {
                results.TryAdd(node.Activity.Id, given);
                results.TryAdd(node.Activity.Name ?? node.Activity.Id, given);
            }
        }

        var definition = Workflow.Definition;
        return new ScriptQuestion(execution.Node.Activity.Id, script)
        {
            Variables = variables,
            Inputs = InputsOf(execution),
            Results = results,
            LastResult = LastResult,
            InstanceId = Id,
            InstanceName = Name,
            CorrelationId = CorrelationId,
            DefinitionId = definition.DefinitionId,
            VersionId = definition.Id,
            Version = definition.Version,
        };
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
