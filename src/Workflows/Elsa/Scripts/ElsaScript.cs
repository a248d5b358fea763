using System.Globalization;
using System.Text;
using System.Text.Json;
using Forms.Formulas;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Scripts;

/// <summary>
/// A script of Elsa as a call of our formula language: the functions that Elsa gives scripts are written before it, what it
/// sees are inputs, and what it does comes back as data.
/// </summary>
public static class ElsaScript
{
    private const string Prelude =
        "var __outcomes = null, __correlation = null, __name = null, __guid = 0;"
        + " function __orNull(value) { return value === undefined ? null : value; }"
        + " function getVariable(name) { return __orNull(variables[name]); }"
        + " function setVariable(name, value) { variables[name] = value; }"
        + " function getInput(name) { return __orNull(__inputs[name]); }"
        + " function getOutputFrom(activity, output) { var given = __results[activity]; return given ? __orNull(given[output || 'Result']) : null; }"
        + " function getLastResult() { return __last; }"
        + " function setOutcome(outcome) { __outcomes = ['' + outcome]; }"
        + " function setOutcomes(outcomes) { __outcomes = outcomes; }"
        + " function getWorkflowInstanceId() { return __about.instanceId; }"
        + " function getWorkflowInstanceName() { return __name === null ? __about.instanceName : __name; }"
        + " function setWorkflowInstanceName(name) { __name = '' + name; }"
        + " function getCorrelationId() { return __correlation === null ? __about.correlationId : __correlation; }"
        + " function setCorrelationId(id) { __correlation = '' + id; }"
        + " function getWorkflowDefinitionId() { return __about.definitionId; }"
        + " function getWorkflowDefinitionVersionId() { return __about.versionId; }"
        + " function getWorkflowDefinitionVersion() { return __about.version; }"
        + " function isNullOrEmpty(text) { return text === null || text === undefined || text === ''; }"
        + " function isNullOrWhiteSpace(text) { return text === null || text === undefined || ('' + text).trim() === ''; }"
        + " function toJson(value) { return JSON.stringify(value); }"
        + " function newGuid() { return __guids[__guid++]; }"
        + " function newGuidString() { return newGuid(); }"
        + " function parseGuid(text) { return text; }";

    /// <summary>Identifiers that one script may make.</summary>
    private const int MostGuids = 16;

    /// <summary>The call that answers a question.</summary>
    /// <param name="newGuid">Gives the identifiers that <c>newGuid()</c> hands out.</param>
    public static FormulaCall Call(ScriptQuestion question, Func<Guid> newGuid)
    {
        var source = new StringBuilder(Prelude)
            .Append(Accessors(question))
            .Append(" var __value = (function () {\n")
            .Append(ScriptBody.Of(question.Script))
            .Append("\n})(); return { value: __value, variables: variables, outcomes: __outcomes, correlation: __correlation, name: __name };");
        return new FormulaCall(source.ToString(), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["variables"] = FormulaValues.From(question.Variables),
            ["__inputs"] = FormulaValues.From(question.Inputs),
            ["__results"] = question.Results.ToDictionary(pair => pair.Key, pair => (object?)FormulaValues.From(pair.Value), StringComparer.Ordinal),
            ["__last"] = question.LastResult is { } last ? FormulaValues.From(last) : null,
            ["__about"] = About(question),
            ["workflowInstanceId"] = question.InstanceId,
            ["__guids"] = question.Script.Contains("Guid", StringComparison.Ordinal)
                ? Enumerable.Range(0, MostGuids).Select(_ => (object?)newGuid().ToString()).ToList()
                : new List<object?>(),
        })
        {
            Name = question.ActivityId,
        };
    }

    /// <summary>What the call gave, as an answer to the question.</summary>
    public static ScriptAnswer Answer(ScriptQuestion question, FormulaResult result)
    {
        if (result.Error is { } error)
        {
            return new ScriptAnswer(ElsaValues.Null) { Error = Place(error, question.Script) };
        }

        var given = (IReadOnlyDictionary<string, object?>)result.Value!;
        var variables = given["variables"] as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>(StringComparer.Ordinal);
        return new ScriptAnswer(FormulaValues.ToJson(given.GetValueOrDefault("value")))
        {
            Variables = variables
                .Select(pair => KeyValuePair.Create(pair.Key, FormulaValues.ToJson(pair.Value)))
                .Where(pair => !question.Variables.TryGetValue(pair.Key, out var before) || !JsonElement.DeepEquals(before, pair.Value))
                .ToDictionary(StringComparer.Ordinal),
            Outcomes = given["outcomes"] switch
            {
                null => null,
                IReadOnlyList<object?> several => [.. several.Select(one => ElsaValues.Text(FormulaValues.ToJson(one)))],
                var one => [ElsaValues.Text(FormulaValues.ToJson(one))],
            },
            CorrelationId = given["correlation"] as string,
            InstanceName = given["name"] as string,
        };
    }

    /// <summary>Functions named after variables, inputs and results: <c>getTotal()</c>, <c>setTotal(5)</c>, <c>getResultFromCheck1()</c>.</summary>
    private static string Accessors(ScriptQuestion question)
    {
        var text = new StringBuilder();
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in question.Variables.Keys)
        {
            Add("get" + name, string.Empty, $"return variables[{Quoted(name)}];");
            Add("get" + Pascal(name), string.Empty, $"return variables[{Quoted(name)}];");
            Add("set" + name, "value", $"variables[{Quoted(name)}] = value;");
            Add("set" + Pascal(name), "value", $"variables[{Quoted(name)}] = value;");
        }

        foreach (var name in question.Inputs.Keys)
        {
            Add("get" + Pascal(name), string.Empty, $"return __inputs[{Quoted(name)}];");
        }

        foreach (var (activity, results) in question.Results)
        {
            foreach (var result in results.Keys)
            {
                Add($"get{result}From{Pascal(activity)}", string.Empty, $"return __results[{Quoted(activity)}][{Quoted(result)}];");
            }
        }

        return text.ToString();

        void Add(string function, string parameter, string body)
        {
            if (question.Script.Contains(function, StringComparison.Ordinal) && function.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
                && !Prelude.Contains($" {function}(", StringComparison.Ordinal) && made.Add(function))
            {
                text.Append(CultureInfo.InvariantCulture, $" function {function}({parameter}) {{ {body} }}");
            }
        }
    }

    private static Dictionary<string, object?> About(ScriptQuestion question) => new(StringComparer.Ordinal)
    {
        ["instanceId"] = question.InstanceId,
        ["instanceName"] = question.InstanceName,
        ["correlationId"] = question.CorrelationId,
        ["definitionId"] = question.DefinitionId,
        ["versionId"] = question.VersionId,
        ["version"] = question.Version,
    };

    /// <summary>What stands before the script is on a line of its own.</summary>
    private static string Place(FormulaError error, string script) => error.Line is > 1 and var line
        ? string.Create(CultureInfo.InvariantCulture, $"{error.Message} (script, line {Math.Min(line - 1, script.Count(c => c == '\n') + 1)})")
        : error.Message;

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
