using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Forms.BusinessTime;

namespace Forms.Definitions.Schemas;

/// <summary>Adds descriptions to schemas, and takes out what files never hold.</summary>
internal sealed class SchemaWords(IReadOnlyDictionary<string, string> ofKind)
{
    internal JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var text = context.PropertyInfo is { } property
            ? this.Find(context.TypeInfo.Type, context.BaseTypeInfo?.Type, property.DeclaringType, property.Name)
            : this.Find(context.TypeInfo.Type.Name);

        if (context.TypeInfo.Type == typeof(BusinessDuration))
        {
            schema = Duration();
        }

        // A property that takes anything has the schema "true".
        var members = schema as JsonObject ?? (text is null ? null : new JsonObject());
        if (members is null)
        {
            return schema;
        }

        RemoveNull(members);
        this.DescribeOptionalDurations(context, members);
        if (text is not null)
        {
            members.Insert(0, "description", text);
        }

        return members;
    }

    /// <summary>The exporter does not ask about an optional value of a type with a converter of its own.</summary>
    private void DescribeOptionalDurations(JsonSchemaExporterContext context, JsonObject schema)
    {
        foreach (var property in context.TypeInfo.Properties.Where(property => property.PropertyType == typeof(BusinessDuration?)))
        {
            var member = Duration();
            member.Insert(0, "description", this.Find(typeof(BusinessDuration), null, property.DeclaringType, property.Name));
            schema["properties"]![property.Name] = member;
        }
    }

    private static JsonObject Duration() => new() { ["type"] = "string", ["pattern"] = BusinessDurationText.Pattern };

    /// <summary>An absent property is left out of a file, never null.</summary>
    private static void RemoveNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray { Count: 2 } types && types.Any(type => (string?)type == "null"))
        {
            schema["type"] = (string?)types.First(type => (string?)type != "null");
        }

        if (schema["enum"] is JsonArray words && words.Contains(null))
        {
            words.Remove(null);
        }

        if (schema.TryGetPropertyValue("default", out var value) && value is null)
        {
            schema.Remove("default");
        }
    }

    private string? Find(Type type, Type? baseType, Type declaring, string property) =>
        this.Find($"{declaring.Name}.{property}") ?? (baseType is null ? null : this.Find($"{baseType.Name}.{property}")) ?? this.Find($"*.{property}") ?? this.Find(type.Name);

    private string? Find(string key) => ofKind.GetValueOrDefault(key) ?? SharedDescriptions.All.GetValueOrDefault(key);
}
