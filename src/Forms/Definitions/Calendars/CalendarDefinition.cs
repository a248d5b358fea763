using System.Text.Json.Serialization;

namespace Forms.Definitions.Calendars;

/// <summary>
/// When a place works: <c>calendars/{key}.json</c> of a pack. Which day of which calendar wins: its own
/// <see cref="Holidays"/>, then those of its <see cref="HolidaySets"/> (a later set before an earlier), then those of the
/// calendar that it is <see cref="BasedOn"/>.
/// </summary>
public sealed record CalendarDefinition : IDefinition
{
    /// <summary>Unique over all packs; the name of the file without <c>.json</c>.</summary>
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>Whether it counts for every unit that names no other. One calendar of all packs is the default.</summary>
    [JsonPropertyOrder(2)]
    public bool Default { get; init; }

    /// <summary>Key of the calendar whose zone, hours and special days count where this one says nothing.</summary>
    [JsonPropertyOrder(3)]
    public string? BasedOn { get; init; }

    /// <summary>IANA name: <c>Asia/Shanghai</c>. That of <see cref="BasedOn"/> when absent.</summary>
    [JsonPropertyOrder(4)]
    public string? TimeZone { get; init; }

    /// <summary>Working hours of the whole week. Those of <see cref="BasedOn"/> when absent.</summary>
    [JsonPropertyOrder(5)]
    public WeekHours? Hours { get; init; }

    /// <summary>Keys of holiday sets.</summary>
    [JsonPropertyOrder(6)]
    public IReadOnlyList<string> HolidaySets { get; init; } = [];

    /// <summary>Holidays and make-up days of its own.</summary>
    [JsonPropertyOrder(7)]
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>A calendar has no code files.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Files { get; init; } = DefinitionFiles.None;
}
