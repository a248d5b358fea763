using System.Text.Json.Serialization;

namespace Forms.Definitions;

/// <summary>A folder of definitions: <c>pack.json</c>.</summary>
public sealed record PackDefinition
{
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>Keys of packs whose definitions this one names; they are loaded first.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyList<string> Needs { get; init; } = [];
}
