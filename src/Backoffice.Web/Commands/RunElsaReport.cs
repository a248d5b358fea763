using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Elsa.Running;

namespace Backoffice.Web.Commands;

/// <summary>What became of a run, as JSON: the instance that was started, and those that it started.</summary>
internal static class RunElsaReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(ElsaRunner runner)
    {
        var instances = runner.State!.Instances;
        var main = Instance(instances[0]);
        main.Insert(3, "lines", runner.Effects.OfType<LineWritten>().Select(line => line.Text));
        main["children"] = instances.Skip(1).Select(Instance);
        return JsonSerializer.Serialize(main, Options);
    }

    private static OrderedDictionary<string, object?> Instance(ElsaInstance instance) => new(StringComparer.Ordinal)
    {
        ["definitionId"] = instance.DefinitionId,
        ["status"] = instance.Status.ToString(),
        ["subStatus"] = instance.SubStatus.ToString(),
        ["outputs"] = instance.Outputs.OrderBy(output => output.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        ["bookmarks"] = instance.Bookmarks.Select(bookmark => bookmark.ActivityId),
        ["incidents"] = instance.Incidents.Select(incident => new { incident.ActivityId, incident.ActivityType, incident.Message }),
        ["name"] = instance.Name,
        ["correlationId"] = instance.CorrelationId,
    };
}
