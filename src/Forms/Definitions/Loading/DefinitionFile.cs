using Forms.Definitions.Json;

namespace Forms.Definitions;

/// <summary>One JSON file that was read.</summary>
public sealed class DefinitionFile
{
    internal DefinitionFile(string path, string pack, string schema, object document, LineMap lines, DefinitionKind? kind)
    {
        this.Path = path;
        this.Pack = pack;
        this.Schema = schema;
        this.Document = document;
        this.Lines = lines;
        this.Kind = kind;
    }

    /// <summary>From the definitions folder, with slashes: <c>contracts/forms/contract/form.json</c>.</summary>
    public string Path { get; }

    /// <summary>Key of the pack.</summary>
    public string Pack { get; }

    /// <summary>Name of its schema: <c>form</c>, <c>units</c> …</summary>
    public string Schema { get; }

    /// <summary>What it was read into: a definition, a pack, units …</summary>
    public object Document { get; private set; }

    /// <summary>The kind, when it is a definition of one.</summary>
    public DefinitionKind? Kind { get; }

    internal LineMap Lines { get; }

    /// <summary>The folder of the file, with a slash at the end.</summary>
    internal string Folder => this.Path[..(this.Path.LastIndexOf('/') + 1)];

    internal void Replace(object document) => this.Document = document;
}
