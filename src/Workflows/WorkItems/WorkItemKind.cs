using System.Text.Json.Serialization;

namespace Workflows.WorkItems;

/// <summary>What a work item asks of its person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkItemKind>))]
public enum WorkItemKind
{
    /// <summary>Approve, reject or return.</summary>
    [JsonStringEnumMemberName("approve")] Approve,

    /// <summary>Change the record that came back and resubmit it, or withdraw.</summary>
    [JsonStringEnumMemberName("revise")] Revise,
}
