using System.Text.Json.Serialization;

namespace Reports.Print;

/// <summary>Paper of a print template.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaperSize>))]
public enum PaperSize
{
    /// <summary>210 × 297 mm.</summary>
    [JsonStringEnumMemberName("a4")] A4,

    /// <summary>8.5 × 11 in.</summary>
    [JsonStringEnumMemberName("letter")] Letter,
}
