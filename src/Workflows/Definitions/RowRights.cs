using System.Text.Json.Serialization;

namespace Workflows.Definitions;

/// <summary>What the people of a step may do with the rows of a sub-table.</summary>
public sealed record RowRights
{
    [JsonPropertyOrder(0)]
    public bool Add { get; init; }

    [JsonPropertyOrder(1)]
    public bool Remove { get; init; }
}
