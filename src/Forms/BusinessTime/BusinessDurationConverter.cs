using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.BusinessTime;

/// <summary>Durations as texts in JSON.</summary>
internal sealed class BusinessDurationConverter : JsonConverter<BusinessDuration>
{
    public override BusinessDuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw new JsonException("A duration is a text: \"2bd\".")
        : BusinessDuration.TryParse(reader.GetString()!, out var duration, out var problem) ? duration
        : throw new JsonException(problem.Message);

    public override void Write(Utf8JsonWriter writer, BusinessDuration value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
