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

    /// <summary>Fill something in, or do something, and say that it is done.</summary>
    [JsonStringEnumMemberName("fillIn")] FillIn,

    /// <summary>Say what the holder of another item should decide; that item then comes back to its holder.</summary>
    [JsonStringEnumMemberName("advise")] Advise,

    /// <summary>Take note of a copy.</summary>
    [JsonStringEnumMemberName("read")] Read,
}
