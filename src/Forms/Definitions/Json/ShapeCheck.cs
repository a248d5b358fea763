using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Forms.Definitions.Json;

/// <summary>
/// Compares a JSON value with the C# type that it will become, and reports everything that does not fit: the serializer
/// itself stops at the first. What passes here can be read.
/// </summary>
internal sealed class ShapeCheck(Action<string, string, string> report)
{
    internal void Check(JsonElement json, Type type, string path)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var info = DefinitionJson.Options.GetTypeInfo(plain);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when this.Expect(json, JsonValueKind.Object, path):
                this.CheckObject(json, info, path);
                break;
            case JsonTypeInfoKind.Enumerable when this.Expect(json, JsonValueKind.Array, path):
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    this.CheckMember(item, info.ElementType!, JsonPath.Item(path, index++), mayBeNull: false);
                }

                break;
            case JsonTypeInfoKind.Dictionary when this.Expect(json, JsonValueKind.Object, path):
                foreach (var member in json.EnumerateObject())
                {
                    this.CheckMember(member.Value, info.ElementType!, JsonPath.Member(path, member.Name), mayBeNull: false);
                }

                break;
            case JsonTypeInfoKind.None:
                SimpleValue.Check(json, plain, path, report);
                break;
        }
    }

    private void CheckObject(JsonElement json, JsonTypeInfo info, string path)
    {
        var discriminator = info.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (info.PolymorphismOptions is { } options)
        {
            if (this.Derived(json, options, path) is not { } derived)
            {
                return;
            }

            info = DefinitionJson.Options.GetTypeInfo(derived);
        }

        var properties = info.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject().Where(member => member.Name != discriminator && !(path.Length == 0 && member.Name == "$schema")))
        {
            if (properties.TryGetValue(member.Name, out var property))
            {
                this.CheckMember(member.Value, property.PropertyType, JsonPath.Member(path, member.Name), property.IsSetNullable);
            }
            else
            {
                report(
                    JsonPath.Member(path, member.Name),
                    "definition.unknown-property",
                    $"Unknown property \"{member.Name}\".{Spelling.DidYouMean(member.Name, properties.Keys)} Known here: {Spelling.List(properties.Keys)}.");
            }
        }

        foreach (var name in properties.Values.Where(DefinitionJson.IsNeeded).Select(property => property.Name).Where(name => !json.TryGetProperty(name, out _)))
        {
            report(path, "definition.missing", $"The property \"{name}\" is missing.");
        }
    }

    private Type? Derived(JsonElement json, JsonPolymorphismOptions options, string path)
    {
        var name = options.TypeDiscriminatorPropertyName;
        var known = options.DerivedTypes.Select(derived => derived.TypeDiscriminator as string ?? string.Empty);
        if (!json.TryGetProperty(name, out var given) || given.ValueKind != JsonValueKind.String)
        {
            report(path, "definition.missing", $"The property \"{name}\" is missing. It is one of: {Spelling.List(known)}.");
            return null;
        }

        var word = given.GetString()!;
        var found = options.DerivedTypes.FirstOrDefault(derived => word.Equals(derived.TypeDiscriminator as string, StringComparison.Ordinal)).DerivedType;
        if (found is null)
        {
            report(
                JsonPath.Member(path, name),
                "definition.unknown-value",
                $"Unknown {name} \"{word}\".{Spelling.DidYouMean(word, known)} Known: {Spelling.List(known)}.");
        }

        return found;
    }

    private void CheckMember(JsonElement json, Type type, string path, bool mayBeNull)
    {
        if (type == typeof(JsonElement) || type == typeof(JsonElement?))
        {
            return;
        }

        if (json.ValueKind == JsonValueKind.Null)
        {
            if (!mayBeNull)
            {
                report(path, "definition.wrong-type", "A value is expected, but found null. Leave the property out instead.");
            }

            return;
        }

        this.Check(json, type, path);
    }

    private bool Expect(JsonElement json, JsonValueKind kind, string path)
    {
        if (json.ValueKind == kind)
        {
            return true;
        }

        report(path, "definition.wrong-type", $"{SimpleValue.Name(kind)} is expected, but found {SimpleValue.Found(json)}.");
        return false;
    }
}
