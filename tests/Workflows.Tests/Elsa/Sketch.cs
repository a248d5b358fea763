using System.Text.Json.Nodes;

namespace Workflows.Tests.Elsa;

/// <summary>Short words for Elsa 3 workflow files in tests, in the form that the designer exports.</summary>
internal static class Sketch
{
    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject();
        foreach (var (name, value) in properties)
        {
            activity.Add(name, value);
        }

        activity.Add("id", id);
        activity.Add("nodeId", "Workflow1:" + id);
        activity.Add("name", id);
        activity.Add("type", type.StartsWith("Elsa.", StringComparison.Ordinal) ? type : "Elsa." + type);
        activity.Add("version", 1);
        activity.Add("customProperties", new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false });
        activity.Add("metadata", new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = -20.5, ["y"] = 140 } } });
        return activity;
    }

    public static JsonObject Start(string id = "start") => Activity("Start", id);

    /// <summary>Writes its id, or a text.</summary>
    public static JsonObject Line(string id, JsonNode? text = null) => Activity("WriteLine", id, ("text", text ?? Literal(id)));

    public static JsonObject Event(string id) => Activity("Event", id, ("eventName", Literal(id)));

    public static JsonObject Decision(string id, bool holds) => Activity("FlowDecision", id, ("condition", Literal(holds, "Boolean")));

    public static JsonObject Join(string id, string mode) => Activity("FlowJoin", id, ("mode", Literal(mode, "FlowJoinMode")));

    public static JsonObject Sequence(string id, params JsonObject[] activities) =>
        Activity("Sequence", id, ("activities", new JsonArray([.. activities])), ("variables", new JsonArray()));

    /// <summary>A flowchart. Connections are <c>a&gt;b</c> for Done and <c>a:True&gt;b</c> for another outcome, with blanks between.</summary>
    public static JsonObject Flow(string connections, params JsonObject[] activities) => Activity(
        "Flowchart",
        "flow",
        ("activities", new JsonArray([.. activities])),
        ("variables", new JsonArray()),
        ("connections", new JsonArray([.. connections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Connection)])));

    public static JsonObject With(this JsonObject activity, string property, JsonNode? value)
    {
        activity[property] = value;
        return activity;
    }

    public static JsonObject Custom(this JsonObject activity, string property, JsonNode? value)
    {
        activity["customProperties"]![property] = value;
        return activity;
    }

    public static JsonObject Merging(this JsonObject activity, string mode) => activity.Custom("mergeMode", mode);

    public static JsonObject Input(string expression, JsonNode? value, string type) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value },
    };

    public static JsonObject Literal(JsonNode? value, string type = "String") => Input("Literal", value, type);

    public static JsonObject Script(string script, string type = "Object") => Input("JavaScript", script, type);

    public static JsonObject Variable(string name, string type = "Object") =>
        Input("Variable", new JsonObject { ["id"] = "var-" + name, ["name"] = name }, type);

    public static JsonObject FromInput(string name, string type = "Object") => Input("Input", new JsonObject { ["name"] = name, ["type"] = type }, type);

    public static JsonObject Result(string target) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = target } };

    public static JsonObject Set(string id, string variable, JsonNode value) =>
        Activity("SetVariable", id, ("variable", new JsonObject { ["id"] = "var-" + variable, ["name"] = variable }), ("value", value));

    /// <summary>Declares a variable; its id is <c>var-name</c>.</summary>
    public static JsonObject Declare(string name, string type = "Object", JsonNode? value = null, bool isArray = false) => new()
    {
        ["id"] = "var-" + name,
        ["name"] = name,
        ["typeName"] = type,
        ["isArray"] = isArray,
        ["value"] = value,
        ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
    };

    public static JsonObject Argument(string name, string type = "Object") => new() { ["type"] = type, ["name"] = name, ["displayName"] = name, ["isArray"] = false };

    public static JsonObject Workflow(JsonObject root, string id = "main", JsonArray? variables = null, JsonArray? inputs = null, JsonArray? outputs = null) => new()
    {
        ["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
        ["id"] = id + "-v1",
        ["definitionId"] = id,
        ["name"] = id,
        ["createdAt"] = "2026-02-03T10:11:12.123456\u002B00:00",
        ["version"] = 1,
        ["toolVersion"] = "3.7.1.0",
        ["variables"] = variables ?? [],
        ["inputs"] = inputs ?? [],
        ["outputs"] = outputs ?? [],
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject { ["VariableTestValues"] = new JsonObject() },
        ["isReadonly"] = false,
        ["isSystem"] = false,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["options"] = new JsonObject { ["usableAsActivity"] = true, ["autoUpdateConsumingWorkflows"] = false },
        ["root"] = root,
    };

    /// <summary>A workflow used as an activity.</summary>
    public static JsonObject Used(string id, string workflow, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = Activity("Elsa.x", id, properties);
        activity["type"] = workflow;
        activity["workflowDefinitionId"] = workflow;
        activity["workflowDefinitionVersionId"] = workflow + "-v1";
        activity["latestAvailablePublishedVersion"] = 1;
        activity["latestAvailablePublishedVersionId"] = workflow + "-v1";
        return activity;
    }

    private static JsonNode Connection(string text)
    {
        var ends = text.Split('>');
        var source = ends[0].Split(':');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
            ["vertices"] = new JsonArray(),
        };
    }
}
