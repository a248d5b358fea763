using System.Text.Json.Serialization;

namespace Workflows.Definitions;

/// <summary>What the people of a step may do with a field.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldRight>))]
public enum FieldRight
{
    [JsonStringEnumMemberName("read")] Read,
    [JsonStringEnumMemberName("hidden")] Hidden,
    [JsonStringEnumMemberName("write")] Write,

    /// <summary>May be written, and must not be empty when the step is approved or done.</summary>
    [JsonStringEnumMemberName("required")] Required,
}
