namespace Forms.Definitions;

/// <summary>
/// A kind of definition: where its files stand, the type they are read into, and what is checked beyond its shape.
/// Derive from <see cref="DefinitionKind{T}"/>; the application lists its kinds by hand. Thread-safe.
/// </summary>
public abstract class DefinitionKind
{
    private protected DefinitionKind(string name, DefinitionLayout layout, Type type)
    {
        this.Name = name;
        this.Layout = layout;
        this.Type = type;
    }

    /// <summary><c>form</c>, <c>workflow</c>, <c>print</c> …; also the name of its schema file.</summary>
    public string Name { get; }

    public DefinitionLayout Layout { get; }

    /// <summary>The type a file is read into.</summary>
    public Type Type { get; }

    /// <summary>
    /// Sentences for the JSON Schema, shown by editors: by type (<c>ApprovalActivity</c>) and by type and property
    /// (<c>ApprovalActivity.mode</c>).
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> Descriptions => DefinitionFiles.None;

    internal abstract IDefinition Attach(IDefinition definition, IReadOnlyDictionary<string, string> files);

    internal abstract void CheckAny(IDefinition definition, DefinitionContext context);

    internal abstract IEnumerable<LabelUse> LabelsOfAny(IDefinition definition);

    internal abstract IEnumerable<FileUse> FilesOfAny(IDefinition definition, DefinitionSet set);
}

/// <inheritdoc/>
public abstract class DefinitionKind<T>(string name, DefinitionLayout layout) : DefinitionKind(name, layout, typeof(T))
    where T : class, IDefinition
{
    internal sealed override IDefinition Attach(IDefinition definition, IReadOnlyDictionary<string, string> files) => this.WithFiles((T)definition, files);

    internal sealed override void CheckAny(IDefinition definition, DefinitionContext context) => this.Check((T)definition, context);

    internal sealed override IEnumerable<LabelUse> LabelsOfAny(IDefinition definition) => this.Labels((T)definition);

    internal sealed override IEnumerable<FileUse> FilesOfAny(IDefinition definition, DefinitionSet set) => this.Files((T)definition, set);

    /// <summary>The definition with the texts of the files beside it: <c>definition with { Files = files }</c>.</summary>
    protected abstract T WithFiles(T definition, IReadOnlyDictionary<string, string> files);

    /// <summary>Reports what is wrong beyond the shape: unknown names, values out of range, contradictions.</summary>
    protected abstract void Check(T definition, DefinitionContext context);

    /// <summary>Every label of the definition that needs a translation.</summary>
    protected abstract IEnumerable<LabelUse> Labels(T definition);

    /// <summary>Every code file that the definition names. The loader reports those missing and those not named.</summary>
    protected virtual IEnumerable<FileUse> Files(T definition, DefinitionSet set) => [];
}

/// <summary>A label in a definition.</summary>
/// <param name="Label">Its path in the labels files: <c>forms/contract/fields/type</c>.</param>
/// <param name="Path">Where it stands in the JSON: <c>fields[3].label</c>.</param>
public sealed record LabelUse(string Label, string Path);

/// <summary>A code file named in a definition.</summary>
/// <param name="File">Its name: <c>total.formula.js</c>.</param>
/// <param name="Path">Where the name stands in the JSON.</param>
public sealed record FileUse(string File, string Path)
{
    /// <summary>When the file is a formula: what it may read. Null for other files.</summary>
    public FormulaNames? Reads { get; init; }
}
