using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Workflows.Runtime;

/// <summary>
/// Writes the state of an instance as one compact row of JSON, and reads it back unchanged. The row carries the
/// version of its shape, so that a program never misreads a row of a newer one.
/// </summary>
public static class InstanceStateSerializer
{
    /// <summary>The version of the shape that is written. Raised whenever an older program could misread a row.</summary>
    public const int Version = 2;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LeaveOutDefaults),
    };

    public static string Write(InstanceState state) => JsonSerializer.Serialize(new Row(Version, state), Options);

    /// <exception cref="FormatException">The text is not a state, or of a version that this program does not know.</exception>
    public static InstanceState Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var found = document.RootElement.GetProperty("version").GetInt32();
            if (found != Version)
            {
                throw new FormatException($"Expected an instance state of version {Version}, but found version {found}.");
            }

            return document.Deserialize<Row>(Options)!.State;
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Expected an instance state of version {Version}, but found other text.", cause);
        }
    }

    /// <summary>Leaves out what reads back as the same anyway: zeros, false, the first of an enumeration, empty lists.</summary>
    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter is { IsNullable: true }))
        {
            property.IsRequired = false;
        }

        foreach (var property in type.Properties.Where(property => !property.IsRequired && property.AssociatedParameter is null))
        {
            var byDefault = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            property.ShouldSerialize = (_, value) => value is ICollection list ? list.Count > 0 : !Equals(value, byDefault);
        }
    }

    private sealed record Row(int Version, InstanceState State);
}
