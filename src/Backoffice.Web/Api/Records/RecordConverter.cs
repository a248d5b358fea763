using System.Text.Json;
using System.Text.Json.Serialization;
using Backoffice.Data.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Api.Records;

/// <summary>
/// A record as JSON: what is kept about it, and its values by field name, in the order of the form. Written only;
/// <see cref="RecordBody"/> reads.
/// </summary>
internal sealed class RecordConverter(PublishedDefinitions published) : JsonConverter<Record>
{
    public override Record Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Records are read by their form.");

    public override void Write(Utf8JsonWriter writer, Record value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("form", value.Form);
        writer.WriteString("id", value.Id);
        writer.WriteNumber("version", value.Version);
        writer.WriteString("createdAt", value.CreatedAt);
        Write(writer, "createdBy", value.CreatedBy);
        writer.WriteString("modifiedAt", value.ModifiedAt);
        Write(writer, "modifiedBy", value.ModifiedBy);
        Write(writer, "lockedBy", value.LockedBy);
        writer.WriteStartObject("values");
        foreach (var field in published.Current.Form(value.Form).Fields)
        {
            // Records of a list have no sub-tables and no files.
            if (value.Values.TryGetValue(field.Name, out var content) || field is not (TableField or FileField))
            {
                writer.WritePropertyName(field.Name);
                JsonSerializer.Serialize(writer, content, options);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Guid? id)
    {
        if (id is { } known)
        {
            writer.WriteString(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
