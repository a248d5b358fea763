using System.Text.Json.Serialization;

namespace Forms.Definitions.Calendars;

/// <summary>The holidays of a country or region, for several calendars: <c>holidays/{key}.json</c> of a pack.</summary>
public sealed record HolidaySetDefinition : IDefinition
{
    /// <summary>Unique over all packs; the name of the file without <c>.json</c>.</summary>
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>The last year of which every holiday and make-up day is known. Later years follow the plain week.</summary>
    [JsonPropertyOrder(2)]
    public required int KnownTo { get; init; }

    [JsonPropertyOrder(3)]
    public required IReadOnlyList<Holiday> Holidays { get; init; }

    /// <summary>A holiday set has no code files.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Files { get; init; } = DefinitionFiles.None;
}
