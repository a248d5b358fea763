using System.Text.Json.Serialization;

namespace Forms.Definitions.Demo;

/// <summary>
/// Records and workflow acts that make a new installation look lived in: <c>demo.json</c> of a pack. Played once, into an
/// empty database. Everything is done in order of time, oldest first, across all records; of equal times in the order of
/// the file. Each save and act is done as its person and dated at its moment, as if it had happened then.
/// </summary>
public sealed record DemoDefinition : IDefinition
{
    /// <summary>The key of the pack.</summary>
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    [JsonPropertyOrder(2)]
    public required IReadOnlyList<DemoRecord> Records { get; init; }

    /// <summary>A demo has no code files.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Files { get; init; } = DefinitionFiles.None;
}
