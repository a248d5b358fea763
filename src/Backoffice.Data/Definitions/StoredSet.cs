using System.Text.Json;
using Forms.Definitions;

namespace Backoffice.Data.Definitions;

/// <summary>A definition set as the contents that the database keeps, and back.</summary>
internal sealed class StoredSet(IEnumerable<PublishedKind> kinds)
{
    private const string Pack = "pack";
    private const string Directory = "directory";
    private const string Labels = "labels";

    private readonly Dictionary<Type, string> names = kinds.Distinct().ToDictionary(kind => kind.Type, kind => kind.Name);
    private readonly Dictionary<string, Type> types = kinds.Distinct().ToDictionary(kind => kind.Name, kind => kind.Type);

    internal string NameOf(Type type) => this.names.GetValueOrDefault(type)
        ?? throw new InvalidOperationException($"{type.Name} was not registered as a {nameof(PublishedKind)}.");

    /// <summary>In the order of the set, which reading restores.</summary>
    internal IReadOnlyList<DefinitionContent> Contents(DefinitionSet set) =>
    [
        .. set.Packs.Select(pack => DefinitionContent.Of(Pack, pack.Key, pack)),
        DefinitionContent.Of(Directory, "company", set.Directory),
        .. set.Labels.ByLanguage
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => DefinitionContent.Of(Labels, pair.Key, new SortedDictionary<string, string>(pair.Value.ToDictionary(), StringComparer.Ordinal))),
        .. set.Definitions.Select(definition => DefinitionContent.Of(this.NameOf(definition.GetType()), definition.Key, definition)),
    ];

    internal DefinitionSet Read(IReadOnlyList<DefinitionContent> contents)
    {
        var packs = new List<PackDefinition>();
        var definitions = new List<IDefinition>();
        var directory = DirectoryDefinition.Empty;
        var labels = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var content in contents)
        {
            switch (content.Kind)
            {
                case Pack:
                    packs.Add((PackDefinition)DefinitionContent.Read(content.Json, typeof(PackDefinition)));
                    break;
                case Directory:
                    directory = (DirectoryDefinition)DefinitionContent.Read(content.Json, typeof(DirectoryDefinition));
                    break;
                case Labels:
                    labels[content.Key] = JsonSerializer.Deserialize<Dictionary<string, string>>(content.Json)!;
                    break;
                default:
                    definitions.Add(this.ReadOne(content));
                    break;
            }
        }

        return new DefinitionSet(packs, definitions, directory, new LabelCatalog(labels));
    }

    internal IDefinition ReadOne(DefinitionContent content) => this.types.TryGetValue(content.Kind, out var type)
        ? (IDefinition)DefinitionContent.Read(content.Json, type)
        : throw new InvalidDataException($"The database holds a definition of the kind \"{content.Kind}\", which this version of the product does not know.");
}
