using System.Text.Json.Serialization;

namespace Reports.Print;

/// <summary>
/// White space around the content of a page, in millimetres; running header and footer are printed inside the top
/// and bottom margins.
/// </summary>
public sealed record PageMargins
{
    [JsonPropertyOrder(0)]
    public decimal Top { get; init; } = 16;

    [JsonPropertyOrder(1)]
    public decimal Right { get; init; } = 18;

    [JsonPropertyOrder(2)]
    public decimal Bottom { get; init; } = 20;

    [JsonPropertyOrder(3)]
    public decimal Left { get; init; } = 18;
}
