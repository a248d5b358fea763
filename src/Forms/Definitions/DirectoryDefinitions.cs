using System.Text.Json.Serialization;

namespace Forms.Definitions;

/// <summary>An org unit of the tree in a pack's <c>units.json</c>.</summary>
/// <param name="Key">Stable.</param>
/// <param name="Label">English; <c>units/{key}</c> in the labels.</param>
/// <param name="Kind">A word of the company's own: <c>headOffice</c>, <c>region</c>, <c>branch</c>, <c>store</c>.</param>
/// <param name="Parent">Key of the unit above; absent for a root.</param>
/// <param name="Head">Key of the position whose holder heads the unit; none when absent.</param>
/// <param name="Calendar">Key of the calendar of the unit and those below; that of the unit above when absent, at the top the company's default.</param>
public sealed record UnitDefinition(string Key, string Label, string Kind, string? Parent = null, string? Head = null, string? Calendar = null);

/// <summary>A position in a pack's <c>positions.json</c>: held by people, found by workflows.</summary>
/// <param name="Key">Stable.</param>
/// <param name="Label">English; <c>positions/{key}</c> in the labels.</param>
/// <param name="Unit">Key of the unit it belongs to.</param>
public sealed record PositionDefinition(string Key, string Label, string Unit);

/// <summary>A person in a pack's <c>people.json</c>, or brought by an import.</summary>
public sealed record PersonDefinition
{
    /// <summary>Stable; also the name to sign in with: <c>gao.min</c>.</summary>
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Name { get; init; }

    [JsonPropertyOrder(2)]
    public string? Mail { get; init; }

    /// <summary>Words under the name: "Account manager".</summary>
    [JsonPropertyOrder(3)]
    public string? Title { get; init; }

    /// <summary>Key of the unit.</summary>
    [JsonPropertyOrder(4)]
    public required string Unit { get; init; }

    /// <summary>Keys of the positions held.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>Keys of the roles held.</summary>
    [JsonPropertyOrder(6)]
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Key of the person's manager; none at the top.</summary>
    [JsonPropertyOrder(7)]
    public string? Manager { get; init; }

    /// <summary>Language of pages for the person at first: <c>en</c>, <c>zh-Hans</c>, <c>zh-Hant</c>.</summary>
    [JsonPropertyOrder(8)]
    public string? Language { get; init; }
}
