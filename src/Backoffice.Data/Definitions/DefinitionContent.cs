using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Forms.Definitions;

namespace Backoffice.Data.Definitions;

/// <summary>A definition as the database keeps it: one JSON text with the texts of its files in it.</summary>
/// <param name="Json">The same for the same definition, so that versions are told apart by comparing texts.</param>
internal sealed record DefinitionContent(string Kind, string Key, string Json)
{
    private static readonly JsonSerializerOptions Options = new(DefinitionJson.Options)
    {
        TypeInfoResolver = DefinitionJson.Options.TypeInfoResolver!.WithAddedModifier(WithFiles),
    };

    internal static DefinitionContent Of(string kind, string key, object value) =>
        new(kind, key, JsonSerializer.Serialize(value, value.GetType(), Options));

    internal static object Read(string json, Type type) =>
        JsonSerializer.Deserialize(json, type, Options) ?? throw new InvalidDataException($"A stored definition of {type.Name} is empty.");

    internal static string Hash(IEnumerable<DefinitionContent> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents.OrderBy(content => content.Kind, StringComparer.Ordinal).ThenBy(content => content.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{content.Kind}\0{content.Key}\0{content.Json}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Definition types leave their files out of the JSON of the folder; in the database they travel together.</summary>
    private static void WithFiles(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || !typeof(IDefinition).IsAssignableFrom(type.Type))
        {
            return;
        }

        var files = type.Type.GetProperty(nameof(IDefinition.Files))!;
        var property = type.CreateJsonPropertyInfo(typeof(SortedDictionary<string, string>), "codeFiles");
        property.Get = definition => new SortedDictionary<string, string>(((IDefinition)definition).Files.ToDictionary(), StringComparer.Ordinal);
        property.Set = (definition, value) => files.SetValue(definition, value ?? new SortedDictionary<string, string>(StringComparer.Ordinal));
        type.Properties.Add(property);
    }
}
