using System.Text.Json;
using Forms.Problems;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Reading;

/// <summary>
/// Reads the JSON of a workflow that Elsa 3 exports. Strict: what is not known here and could change what the workflow
/// does is named with its place, and nothing is left out silently.
/// </summary>
public static class ElsaReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema", "id", "definitionId", "tenantId", "name", "description", "createdAt", "version", "toolVersion", "variables",
        "inputs", "outputs", "outcomes", "customProperties", "applicationProperties", "metadata", "isReadonly", "isSystem",
        "isLatest", "isPublished", "options", "usableAsActivity", "links", "root",
    };

    private static readonly HashSet<string> KnownOptions = new(StringComparer.Ordinal)
    {
        "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "activationStrategyType", "incidentStrategyType",
        "commitStrategyName",
    };

    public static ElsaReadResult Read(string json)
    {
        JsonElement source;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            source = document.RootElement.Clone();
        }
        catch (JsonException wrong)
        {
            return new ElsaReadResult(null, [new Problem(string.Empty, "elsa.json", $"Expected JSON, but found: {wrong.Message}")]);
        }

        var report = new ReadReport();
        var definition = Read(new JsonPlace(source, string.Empty, report), report);
        return new ElsaReadResult(report.HasErrors ? null : definition, report.Problems);
    }

    private static ElsaDefinition? Read(JsonPlace file, ReadReport report)
    {
        if (!file.NeedObject())
        {
            return null;
        }

        file.RefuseOthers(Known.Contains, "property of a workflow");
        var variables = ArgumentReader.Variables(file.Member("variables"));
        var root = file.Member("root");
        if (!root.Exists)
        {
            report.Error(root.Path, "elsa.root-missing", "Expected the root activity of the workflow, but found none.");
            return null;
        }

        var activity = new ActivityReader(report).Read(root);
        if (activity is null)
        {
            return null;
        }

        var id = file.Member("id").Text() ?? string.Empty;
        var definition = new ElsaDefinition(file.Element, activity)
        {
            Id = id,
            DefinitionId = file.Member("definitionId").Text() ?? id,
            Name = file.Member("name").Text(),
            Version = file.Member("version").Whole() ?? 1,
            ContinuesWithIncidents = ReadOptions(file.Member("options"), report),
            Variables = variables,
            Inputs = ArgumentReader.Arguments(file.Member("inputs")),
            Outputs = ArgumentReader.Arguments(file.Member("outputs")),
        };
        ScopeCheck.Check(definition, report);
        return definition;
    }

    private static bool ReadOptions(JsonPlace options, ReadReport report)
    {
        if (!options.Exists || !options.NeedObject())
        {
            return false;
        }

        options.RefuseOthers(KnownOptions.Contains, "option of a workflow");
        if (options.Member("activationStrategyType") is { Exists: true } strategy)
        {
            report.Warning(strategy.Path, "elsa.activation-strategy", "Whether more instances may run at once is not decided here; the strategy is kept and not applied.");
        }

        var incidents = options.Member("incidentStrategyType");
        var name = incidents.Exists ? incidents.Text()?.Split(',')[0] : null;
        if (name is null || name.EndsWith(".FaultStrategy", StringComparison.Ordinal))
        {
            return false;
        }

        if (!name.EndsWith(".ContinueWithIncidentsStrategy", StringComparison.Ordinal))
        {
            report.Error(incidents.Path, "elsa.incident-strategy", $"Expected FaultStrategy or ContinueWithIncidentsStrategy, but found '{name}'.");
        }

        return true;
    }
}
