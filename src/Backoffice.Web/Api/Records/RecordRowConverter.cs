using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Records;

namespace Backoffice.Web.Api.Records;

/// <summary>A row of a sub-table as JSON: its <c>id</c> and its columns side by side, as a save takes it back.</summary>
internal sealed class RecordRowConverter : JsonConverter<RecordRow>
{
    public override RecordRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Rows are read by their form.");

    public override void Write(Utf8JsonWriter writer, RecordRow value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        foreach (var (column, content) in value.Values)
        {
            writer.WritePropertyName(column);
            JsonSerializer.Serialize(writer, content, options);
        }

        writer.WriteEndObject();
    }
}
