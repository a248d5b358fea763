using Forms.Problems;

namespace Forms.Definitions.Loading;

/// <summary>Finds the files of all packs and reads them. Says which files it does not know, since they would be ignored.</summary>
internal sealed class PackReader(string root, IReadOnlyList<DefinitionKind> kinds, ProblemList problems)
{
    private static readonly Dictionary<string, Type> RootDocuments = new(StringComparer.Ordinal)
    {
        ["roles"] = typeof(RolesDocument),
        ["units"] = typeof(UnitsDocument),
        ["positions"] = typeof(PositionsDocument),
        ["people"] = typeof(PeopleDocument),
    };

    private readonly FileReader reader = new(root, problems);
    private readonly PackContent content = new();

    internal PackContent ReadAll()
    {
        var packs = new List<DefinitionFile>();
        foreach (var folder in Names(System.IO.Directory.EnumerateDirectories(root)).Where(name => name[0] != '.' && name != DefinitionLoader.SchemasFolder))
        {
            if (!File.Exists(Path.Combine(root, folder, "pack.json")))
            {
                problems.Add(folder, 0, "pack.missing", "A pack needs a file pack.json in its folder.");
            }
            else if (this.reader.Read(folder + "/pack.json", folder, "pack", typeof(PackDefinition)) is { } pack)
            {
                this.CheckKey(pack, ((PackDefinition)pack.Document).Key, folder);
                packs.Add(pack);
            }
            else
            {
                this.content.DirectoryIsBroken = true;
            }
        }

        foreach (var pack in PackOrder.Sort(packs, problems))
        {
            this.content.Files.Add(pack);
            this.ReadRoot(pack.Pack);
            foreach (var kind in kinds)
            {
                this.ReadKind(pack.Pack, kind);
            }
        }

        return this.content;
    }

    private void ReadRoot(string pack)
    {
        var known = kinds.Select(kind => kind.Layout).OfType<DefinitionLayout.Root>().Select(layout => layout.File).Append("pack.json").ToList();
        foreach (var name in Names(System.IO.Directory.EnumerateFiles(Path.Combine(root, pack), "*.json")).Where(name => !known.Contains(name)))
        {
            var schema = name.StartsWith("labels.", StringComparison.Ordinal) ? "labels" : name[..^".json".Length];
            var type = schema == "labels" ? typeof(LabelsDocument) : RootDocuments.GetValueOrDefault(schema);
            if (type is null)
            {
                var guess = Spelling.DidYouMean(name, RootDocuments.Keys.Select(key => key + ".json").Concat(known));
                problems.Add($"{pack}/{name}", 0, "definition.unknown-file", $"No kind of definition has a file of this name; it is ignored.{guess}", Severity.Warning);
            }
            else
            {
                this.Keep(this.reader.Read($"{pack}/{name}", pack, schema, type));
            }
        }

        var folders = kinds.Select(kind => FolderOf(kind.Layout)).OfType<string>().ToList();
        foreach (var name in Names(System.IO.Directory.EnumerateDirectories(Path.Combine(root, pack))).Except(folders, StringComparer.Ordinal))
        {
            problems.Add($"{pack}/{name}", 0, "definition.unknown-folder", $"No kind of definition stands in this folder; it is ignored.{Spelling.DidYouMean(name, folders)}", Severity.Warning);
        }
    }

    private void ReadKind(string pack, DefinitionKind kind)
    {
        foreach (var (path, key) in this.FilesOf(pack, kind.Layout))
        {
            var code = kind.Layout is DefinitionLayout.Folders ? this.ReadCode(path[..(path.LastIndexOf('/') + 1)]) : null;
            if (this.reader.Read(path, pack, kind.Name, kind.Type, kind) is not { } file)
            {
                this.content.MarkBroken(kind.Type, key);
                continue;
            }

            this.CheckKey(file, ((IDefinition)file.Document).Key, key);
            if (code is not null)
            {
                this.content.CodeFiles[file] = [.. code.Keys];
                file.Replace(kind.Attach((IDefinition)file.Document, code));
            }

            this.content.Files.Add(file);
        }
    }

    private IEnumerable<(string Path, string Key)> FilesOf(string pack, DefinitionLayout layout)
    {
        var folder = FolderOf(layout) is { } name ? Path.Combine(root, pack, name) : null;
        if (folder is not null && !System.IO.Directory.Exists(folder))
        {
            return [];
        }

        return layout switch
        {
            DefinitionLayout.Root file => File.Exists(Path.Combine(root, pack, file.File)) ? [($"{pack}/{file.File}", pack)] : [],
            DefinitionLayout.Files files => Names(System.IO.Directory.EnumerateFiles(folder!, "*.json")).Select(name => ($"{pack}/{files.Folder}/{name}", name[..^".json".Length])),
            DefinitionLayout.Folders folders => Names(System.IO.Directory.EnumerateDirectories(folder!)).Where(key => this.Has(pack, folders, key)).Select(key => ($"{pack}/{folders.Folder}/{key}/{folders.File}", key)),
            _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "Not a layout."),
        };
    }

    private bool Has(string pack, DefinitionLayout.Folders layout, string key)
    {
        var found = File.Exists(Path.Combine(root, pack, layout.Folder, key, layout.File));
        if (!found)
        {
            problems.Add($"{pack}/{layout.Folder}/{key}", 0, "definition.missing-file", $"The folder needs a file {layout.File}.");
        }

        return found;
    }

    private Dictionary<string, string> ReadCode(string folder)
    {
        var code = Names(System.IO.Directory.EnumerateFiles(Path.Combine(root, folder)))
            .Where(name => Path.GetExtension(name) is ".js" or ".html" or ".css")
            .ToDictionary(name => name, name => File.ReadAllText(Path.Combine(root, folder, name)), StringComparer.Ordinal);
        foreach (var (name, text) in code.Where(file => Path.GetExtension(file.Key) == ".js"))
        {
            this.content.Formulas[folder + name] = text;
        }

        return code;
    }

    private void Keep(DefinitionFile? file)
    {
        if (file is null)
        {
            this.content.DirectoryIsBroken = true;
        }
        else
        {
            this.content.Files.Add(file);
        }
    }

    private void CheckKey(DefinitionFile file, string key, string expected)
    {
        if (key != expected)
        {
            problems.Add(file, "key", "definition.key", $"The key \"{key}\" differs from the name of its folder or file, \"{expected}\". They must be the same.");
        }
        else if (!Keys.IsKey(key))
        {
            problems.Add(file, "key", "definition.key", $"The key \"{key}\" is not allowed: {Keys.KeyRule}.");
        }
    }

    private static string? FolderOf(DefinitionLayout layout) => layout switch
    {
        DefinitionLayout.Folders folders => folders.Folder,
        DefinitionLayout.Files files => files.Folder,
        _ => null,
    };

    private static IEnumerable<string> Names(IEnumerable<string> paths) => paths.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
