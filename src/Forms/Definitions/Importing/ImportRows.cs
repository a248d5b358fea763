using System.Text.Json.Serialization;

namespace Forms.Definitions.Importing;

/// <summary>
/// A sub-table filled from a file of its own: the rows whose <see cref="Match"/> cell equals the record's
/// <see cref="With"/> cell, in the order of the file. They replace the rows that the record had. Rows that belong to no
/// record of the import are a warning with their count.
/// </summary>
public sealed record ImportRows
{
    /// <summary>Name of the sub-table field.</summary>
    [JsonPropertyOrder(0)]
    public required string Field { get; init; }

    /// <summary>Name of the CSV file of the rows; its <c>NULL</c> text is that of the import, and a row with more or fewer cells than its head is a problem.</summary>
    [JsonPropertyOrder(1)]
    public required string File { get; init; }

    /// <summary>Name of the column of that file that says to which record the row belongs.</summary>
    [JsonPropertyOrder(2)]
    public required string Match { get; init; }

    /// <summary>Name of the column of the import's own file that it equals; the same name when absent.</summary>
    [JsonPropertyOrder(3)]
    public string? With { get; init; }

    /// <summary>Where the values of the columns come from.</summary>
    [JsonPropertyOrder(4)]
    public required IReadOnlyList<ImportField> Fields { get; init; }
}
