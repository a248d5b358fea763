using System.Text.Json.Serialization;

namespace Forms.Definitions.Importing;

/// <summary>
/// Exchanges a text by a row of another file of the same folder: the row whose <see cref="Match"/> column holds the
/// text gives <see cref="Text"/>. No such row is a problem of the row imported; of several the first counts.
/// So a number of an old system becomes a key: <c>5</c> → <c>Steven.Buchanan</c>.
/// </summary>
public sealed record ImportThrough
{
    /// <summary>Name of the CSV file; its <c>NULL</c> text is that of the import.</summary>
    [JsonPropertyOrder(0)]
    public required string File { get; init; }

    /// <summary>Name of the column compared.</summary>
    [JsonPropertyOrder(1)]
    public required string Match { get; init; }

    /// <summary>What comes out, with columns of that file in braces: <c>{firstName}.{lastName}</c>.</summary>
    [JsonPropertyOrder(2)]
    public required string Text { get; init; }
}
