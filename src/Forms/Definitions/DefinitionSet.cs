using Forms.Problems;

namespace Forms.Definitions;

/// <summary>
/// All definitions of all packs as one consistent whole: what the loader read, or what is published. Immutable.
/// </summary>
public sealed class DefinitionSet
{
    private readonly Dictionary<(Type, string), IDefinition> byKey;

    /// <exception cref="ArgumentException">Two definitions of one kind have one key (the loader reports that as a problem before).</exception>
    public DefinitionSet(
        IReadOnlyList<PackDefinition> packs,
        IReadOnlyList<IDefinition> definitions,
        DirectoryDefinition directory,
        LabelCatalog labels)
    {
        this.Packs = packs;
        this.Definitions = definitions;
        this.Directory = directory;
        this.Labels = labels;
        this.byKey = definitions.ToDictionary(definition => (definition.GetType(), definition.Key));
    }

    public static DefinitionSet Empty { get; } = new([], [], DirectoryDefinition.Empty, LabelCatalog.Empty);

    /// <summary>In the order of their needs.</summary>
    public IReadOnlyList<PackDefinition> Packs { get; }

    /// <summary>Forms, workflows, print templates …, in pack and then key order.</summary>
    public IReadOnlyList<IDefinition> Definitions { get; }

    public DirectoryDefinition Directory { get; }

    public LabelCatalog Labels { get; }

    public IEnumerable<FormDefinition> Forms => this.All<FormDefinition>();

    public IEnumerable<T> All<T>()
        where T : class, IDefinition => this.Definitions.OfType<T>();

    public T? Find<T>(string key)
        where T : class, IDefinition => this.byKey.TryGetValue((typeof(T), key), out var definition) ? (T)definition : null;

    /// <summary>The form of a key.</summary>
    /// <exception cref="RefusalException">There is none (not found).</exception>
    public FormDefinition Form(string key) => this.Find<FormDefinition>(key) ?? throw RefusalException.NotFound($"The form \"{key}\"");
}

/// <summary>Units, positions, roles and people of all packs.</summary>
public sealed record DirectoryDefinition(
    IReadOnlyList<UnitDefinition> Units,
    IReadOnlyList<PositionDefinition> Positions,
    IReadOnlyList<RoleDefinition> Roles,
    IReadOnlyList<PersonDefinition> People)
{
    public static DirectoryDefinition Empty { get; } = new([], [], [], []);
}
