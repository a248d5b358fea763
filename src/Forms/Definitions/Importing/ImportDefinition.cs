using System.Text.Json.Serialization;

namespace Forms.Definitions.Importing;

/// <summary>
/// How a CSV file becomes records of a form, or people of the directory: <c>imports/{key}.json</c> of a pack.
/// A row makes a record, or changes the one with the same <see cref="KeyField"/>; so an import may run twice.
/// Files are CSV by RFC 4180 (comma, quotes doubled) in UTF-8 with a head row; columns are named as in the head.
/// </summary>
public sealed record ImportDefinition : IDefinition
{
    /// <summary>Unique over all packs; the name of the file without <c>.json</c>.</summary>
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>Name of the CSV file in the folder given to the importer: <c>orders.csv</c>. No path.</summary>
    [JsonPropertyOrder(2)]
    public required string File { get; init; }

    /// <summary>What the rows become: the key of a form, or <c>@people</c> for people of the directory.</summary>
    [JsonPropertyOrder(3)]
    public required string Target { get; init; }

    /// <summary>
    /// Name of the field that tells rows apart: a unique text or number-by-pattern field of the form, and one of
    /// <see cref="Fields"/>. For people always <c>key</c>.
    /// </summary>
    [JsonPropertyOrder(4)]
    public required string KeyField { get; init; }

    /// <summary>Keys of imports that run before, because this one looks up what they bring. None when absent.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>A cell with exactly this text is empty, as a cell without text is: <c>NULL</c>. None when absent.</summary>
    [JsonPropertyOrder(6)]
    public string? NullText { get; init; }

    /// <summary>
    /// Name of the column whose texts hold commas that the file forgot to quote (<c>address</c>). In a row with more cells
    /// than the head, the surplus cells are put back into it, with commas between. Without it such a row is a problem and
    /// is not imported; so is always a row with fewer cells than the head.
    /// </summary>
    [JsonPropertyOrder(7)]
    public string? UnquotedCommasIn { get; init; }

    /// <summary>Where the values of a record come from, at least the <see cref="KeyField"/>. A field not named keeps its default or old value.</summary>
    [JsonPropertyOrder(8)]
    public required IReadOnlyList<ImportField> Fields { get; init; }

    /// <summary>Sub-tables filled from files of their own. None when absent.</summary>
    [JsonPropertyOrder(9)]
    public IReadOnlyList<ImportRows> Rows { get; init; } = [];

    /// <summary>An import has no code files.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Files { get; init; } = DefinitionFiles.None;

    /// <summary>Whether rows become people of the directory instead of records.</summary>
    [JsonIgnore]
    public bool BringsPeople => this.Target == PeopleTarget;

    /// <summary>The <see cref="Target"/> that means the directory.</summary>
    public const string PeopleTarget = "@people";

    /// <summary>
    /// The fields of a person that an import may fill: <c>key</c>, <c>name</c>, <c>mail</c>, <c>title</c>, <c>unit</c> (key),
    /// <c>manager</c> (key of a person of this or an earlier file, in any order), <c>positions</c> and <c>roles</c> (keys with
    /// commas between), <c>language</c>. Needed: key, name, unit.
    /// </summary>
    public static IReadOnlyList<string> PersonFields { get; } =
        ["key", "name", "mail", "title", "unit", "manager", "positions", "roles", "language"];
}
