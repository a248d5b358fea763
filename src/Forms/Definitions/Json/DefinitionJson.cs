using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Forms.Fields;

namespace Forms.Definitions;

/// <summary>
/// How definitions are written in JSON, in files and in the database alike: camelCase, words for enums, exact decimals,
/// unknown properties refused, properties in the order of <see cref="JsonPropertyOrderAttribute"/>, and a property that
/// has the value it would have anyway is left out. Thread-safe.
/// </summary>
public static class DefinitionJson
{
    /// <summary>Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Whether a file must give the property: it is <c>required</c>, or a constructor parameter without a default.</summary>
    internal static bool IsNeeded(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    /// <summary>Whether a file may give the property: it can be set and is not ignored.</summary>
    private static bool IsWritable(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;

    private static JsonSerializerOptions Make()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(LeaveOutWhatIsDerived);
        resolver.Modifiers.Add(LeaveOutWhatIsDefault);
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolver,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What cannot be set is worked out from the rest (an ignored property that a derived type overrides comes back).</summary>
    private static void LeaveOutWhatIsDerived(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (!IsWritable(type.Properties[index]))
            {
                type.Properties.RemoveAt(index);
            }
        }
    }

    private static void LeaveOutWhatIsDefault(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.IsAbstract)
        {
            return;
        }

        var blank = new Lazy<object>(() => Blank(type.Type));
        foreach (var property in type.Properties.Where(property => property.Get is not null && !IsNeeded(property)))
        {
            property.ShouldSerialize = property.Name == "name" && typeof(FieldDefinition).IsAssignableFrom(type.Type)
                ? static (field, name) => ((FieldDefinition)field).Id != (string?)name
                : (_, value) => !IsSame(value, property.Get!(blank.Value));
        }
    }

    /// <summary>An object with nothing given, to ask for its defaults.</summary>
    private static object Blank(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [.. constructor.GetParameters().Select(DefaultOf)], culture: null);
    }

    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;

    private static bool IsSame(object? value, object? other) =>
        value is ICollection { Count: 0 } && other is ICollection { Count: 0 } || Equals(value, other);
}
